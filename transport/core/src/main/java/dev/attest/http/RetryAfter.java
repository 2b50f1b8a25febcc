package dev.attest.http;

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
 *
 * <p>Where that is not said, the <a href="https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits">rate
 * limit</a> of the service counts: who has nothing left waits as long as {@code X-RateLimit-Delay} held up this reply, or
 * until {@code X-RateLimit-Reset}, but no longer than the service itself delays a request.
 */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private RetryAfter() {}

    public static Duration of(Response response, Clock clock) {
        Instant now = response.header("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        String value = response.header("Retry-After").orElse("").strip();
        Optional<Duration> wish = seconds(value).or(() -> date(value).map(until -> Duration.between(now, until)));
        return wish.map(asked -> bounded(asked, LONGEST)).orElseGet(() -> ofRateLimit(response, now));
    }

    private static Duration ofRateLimit(Response response, Instant now) {
        Optional<Duration> delayed = number(response, "X-RateLimit-Delay").filter(delay -> !delay.isZero());
        if (delayed.isPresent()) {
            return bounded(delayed.get(), LONGEST_DELAY);
        }
        boolean nothingLeft = number(response, "X-RateLimit-Remaining")
                .filter(Duration::isZero)
                .isPresent();
        return number(response, "X-RateLimit-Reset")
                .filter(reset -> nothingLeft)
                .map(reset -> bounded(reset.minusSeconds(now.getEpochSecond()), LONGEST_DELAY))
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> number(Response response, String header) {
        return response.header(header).map(String::strip).flatMap(RetryAfter::seconds);
    }

    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        // More seconds than these are no more wish than these, and would not fit.
        double seconds = Math.min(Double.parseDouble(text), Integer.MAX_VALUE);
        return Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }

    private static Duration bounded(Duration wish, Duration longest) {
        return wish.isNegative() ? Duration.ZERO : wish.compareTo(longest) > 0 ? longest : wish;
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
