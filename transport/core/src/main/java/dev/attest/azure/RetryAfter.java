package dev.attest.azure;

import dev.attest.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long a reply asks to be left alone: {@code Retry-After} in seconds, whole or not, or as a date. A date is measured by
 * the server's own clock where the reply tells it. What makes no sense is no wish; what is too long is ten minutes.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    static Duration of(Response response, Clock clock) {
        String value = response.header("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return bounded(Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1000)));
        }
        Instant now = response.header("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(value).map(until -> bounded(Duration.between(now, until))).orElse(Duration.ZERO);
    }

    private static Duration bounded(Duration wish) {
        return wish.isNegative() ? Duration.ZERO : wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
