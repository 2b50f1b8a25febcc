package dev.attest.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pause that a reply asks for. {@code Retry-After} holds seconds, also as a fraction, or a date. A date is compared
 * with the {@code Date} of the reply, if there is one. An invalid value means no pause, a long one is cut to ten
 * minutes.
 *
 * <p>Without that header, the <a href="https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits">rate
 * limit</a> of the service applies. The pause is {@code X-RateLimit-Delay}, which is how long the service delayed this
 * reply. If nothing remains of the limit, it lasts until {@code X-RateLimit-Reset}. It is never longer than the service
 * itself delays a request.
 */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private RetryAfter() {}

    /**
     * Returns the pause before the next request; zero if the reply asks for none.
     *
     * @param known current time, which counts if the reply does not tell its own
     */
    public static Duration of(Response response, Instant known) {
        if (!asks(response)) {
            return Duration.ZERO;
        }
        Instant now = response.date().orElse(known);
        String value = response.header("Retry-After").orElse("").strip();
        Optional<Duration> requested =
                seconds(value).or(() -> HttpDate.parse(value).map(until -> Duration.between(now, until)));
        return requested.map(pause -> bounded(pause, LONGEST)).orElseGet(() -> ofRateLimit(response, now));
    }

    /** Returns whether the reply has one of the headers. Most have none, and each reply is asked. */
    public static boolean asks(Response response) {
        Map<String, List<String>> headers = response.headers();
        return headers.containsKey("retry-after")
                || headers.containsKey("x-ratelimit-delay")
                || headers.containsKey("x-ratelimit-reset");
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
        // Larger values mean the same and do not fit into a long.
        double seconds = Math.min(Double.parseDouble(text), Integer.MAX_VALUE);
        return Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }

    private static Duration bounded(Duration pause, Duration longest) {
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(longest) > 0 ? longest : pause;
    }
}
