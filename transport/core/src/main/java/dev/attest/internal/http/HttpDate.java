package dev.attest.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads the dates of headers (RFC 9110), such as {@code Sat, 21 Nov 2026 08:00:00 GMT}. The usual form is read without
 * the formatter of Java, which takes longer to load than all that a run publishes takes to send.
 */
final class HttpDate {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LENGTH = 29;

    private HttpDate() {}

    /** Returns the date; empty if the text is none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(isUsual(text) ? usual(text) : any(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        return text.length() == LENGTH
                && text.charAt(3) == ','
                && text.charAt(19) == ':'
                && text.charAt(22) == ':'
                && text.endsWith(" GMT")
                && month(text) > 0
                && number(text, 5, 7) >= 0
                && number(text, 12, 16) >= 0
                && number(text, 17, 19) >= 0
                && number(text, 20, 22) >= 0
                && number(text, 23, 25) >= 0;
    }

    private static Instant usual(String text) {
        return LocalDateTime.of(
                        number(text, 12, 16),
                        month(text),
                        number(text, 5, 7),
                        number(text, 17, 19),
                        number(text, 20, 22),
                        number(text, 23, 25))
                .toInstant(ZoneOffset.UTC);
    }

    private static Instant any(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** Returns the month from 1; 0 if the text has none. */
    private static int month(String text) {
        int at = MONTHS.indexOf(text.substring(8, 11));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** Returns the number between two places; -1 if there is something else than digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + (digit - '0');
        }
        return number;
    }
}
