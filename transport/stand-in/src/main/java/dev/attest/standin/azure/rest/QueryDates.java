package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Dates in queries. Unlike in bodies, the service takes what .NET parses in its invariant culture, such as the
 * {@code Tue, 01 Dec 2026 10:00:00 GMT} that JavaScript's {@code toUTCString} writes, or {@code 12/1/2026 10:00 AM}. A
 * date without a zone is one in UTC.
 */
public final class QueryDates {

    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "[EEE, ]d MMM uuuu", "[EEE, ]d-MMM-uuuu", "[EEE, ]MMM d, uuuu", "M/d/uuuu", "uuuu/M/d", "uuuu-M-d")
            .map(QueryDates::form)
            .toList();

    private QueryDates() {}

    private static DateTimeFormatter form(String date) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date)
                .appendPattern("[['T'][ ]h:mm[:ss] a][['T'][ ]H:mm[:ss]]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
                .appendPattern("[ ][XXX][z]")
                .toFormatter(Locale.ENGLISH);
    }

    /** Parses the date of a parameter. */
    public static Instant read(String text, String parameter) {
        try {
            return AzureDates.read(text, parameter);
        } catch (Refusal refusal) {
            return FORMS.stream()
                    .flatMap(form -> parsed(form, text.strip()))
                    .findFirst()
                    .orElseThrow(() -> refusal);
        }
    }

    private static Stream<Instant> parsed(DateTimeFormatter form, String text) {
        try {
            return Stream.of(instant(form.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        var local = parsed instanceof LocalDateTime timed
                ? timed
                : LocalDate.from(parsed).atStartOfDay();
        return local.toInstant(ZoneOffset.UTC);
    }
}
