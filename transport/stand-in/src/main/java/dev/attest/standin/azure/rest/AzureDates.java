package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Dates as the service writes them, such as {@code 2016-07-13T11:12:48.487Z}, and in all forms that it accepts. */
public final class AzureDates {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private AzureDates() {}

    /** Formats a date. */
    public static String write(Instant instant) {
        return WRITTEN.format(instant);
    }

    /** Parses the date of a property. */
    public static Instant read(String text, String property) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text.strip())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            var zoned = text.endsWith("Z") || text.endsWith("z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.property(property, "\"" + text + "\" is not a date.");
        }
    }
}
