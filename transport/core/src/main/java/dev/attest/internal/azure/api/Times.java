package dev.attest.internal.azure.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Writes instants to the millisecond, which is the precision of the service, and reads them. The usual forms go without
 * the formatter of Java, because each result has two times, and the formatter takes long to load.
 */
public final class Times {

    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int SECONDS_END = 19;
    private static final int LONGEST_FRACTION = 9;

    /**
     * The last second that was written: the results of a batch began and ended within few of them. It spares work and
     * decides nothing: without it, each text is the same.
     */
    private static volatile Second last = new Second(0, "1970-01-01T00:00:00");

    private record Second(long number, String text) {}

    private Times() {}

    public static Instant millis(Instant instant) {
        int millis = instant.getNano() / NANOS_OF_MILLI;
        return Instant.ofEpochSecond(instant.getEpochSecond(), (long) millis * NANOS_OF_MILLI);
    }

    /** Returns an instant in ISO-8601, to the millisecond. */
    public static String text(Instant instant) {
        long second = instant.getEpochSecond();
        Second known = last;
        if (known.number() != second) {
            known = new Second(second, text(second));
            last = known;
        }
        int millis = instant.getNano() / NANOS_OF_MILLI;
        if (known.text().isEmpty()) {
            return millis(instant).toString();
        }
        return millis == 0
                ? known.text() + "Z"
                : known.text() + (millis < 10 ? ".00" : millis < 100 ? ".0" : ".") + millis + "Z";
    }

    /** Returns the text of a second, without the zone; empty if its year has other than four digits. */
    private static String text(long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        if (time.getYear() < 1000 || time.getYear() > 9999) {
            return "";
        }
        StringBuilder text = new StringBuilder(SECONDS_END).append(time.getYear());
        append(text, '-', time.getMonthValue());
        append(text, '-', time.getDayOfMonth());
        append(text, 'T', time.getHour());
        append(text, ':', time.getMinute());
        append(text, ':', time.getSecond());
        return text.toString();
    }

    private static void append(StringBuilder text, char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Parses a time of the service. Returns nothing for other text. */
    public static Optional<Instant> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(isUsual(text) ? usual(text) : any(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the text is in UTC, and has nothing but digits and what separates them. */
    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        boolean usual = last >= SECONDS_END
                && text.charAt(last) == 'Z'
                && last != SECONDS_END + 1
                && last <= SECONDS_END + 1 + LONGEST_FRACTION
                && (last == SECONDS_END || text.charAt(SECONDS_END) == '.');
        for (int at = 0; usual && at < last; at++) {
            char expected = at < SECONDS_END ? "0000-00-00T00:00:00".charAt(at) : at == SECONDS_END ? '.' : '0';
            char found = text.charAt(at);
            usual = expected == '0' ? found >= '0' && found <= '9' : found == expected;
        }
        return usual;
    }

    private static Instant usual(String text) {
        int nanos = 0;
        for (int at = SECONDS_END + 1; at <= SECONDS_END + LONGEST_FRACTION; at++) {
            nanos = 10 * nanos + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + (text.charAt(at) - '0');
        }
        return number;
    }

    private static Instant any(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
