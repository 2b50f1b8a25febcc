package dev.attest.standin.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request.
 *
 * @param commit whether the request takes effect although the service does not say so
 * @param answer what is answered instead of the truth; null for the truth
 * @param half whether only half of the truth's body is sent, as if it were all
 * @param delay before anything else happens
 * @param upload how fast the request's body is read; null for as fast as it comes
 * @param reply how fast the reply's body is sent; null for as fast as it goes
 */
public record Fault(
        boolean commit,
        @Nullable Answer answer,
        boolean half,
        Ending ending,
        Map<String, String> fixedHeaders,
        @Nullable RetryAfter retryAfter,
        Duration delay,
        @Nullable Pace upload,
        @Nullable Pace reply) {

    /** Copies the headers. */
    public Fault {
        fixedHeaders = Map.copyOf(fixedHeaders);
    }

    /** Returns whether the service carries the request out. */
    public boolean takesEffect() {
        return commit || (answer == null && ending.replies());
    }

    /** Returns the headers that the reply has besides its own. */
    public Map<String, String> headers(Instant now) {
        var headers = new TreeMap<>(fixedHeaders);
        if (retryAfter != null) {
            headers.put("Retry-After", retryAfter.at(now));
        }
        return headers;
    }
}
