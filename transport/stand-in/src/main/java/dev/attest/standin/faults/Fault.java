package dev.attest.standin.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one request.
 *
 * @param commit whether the request takes effect although the client gets no confirmation
 * @param answer the reply that replaces the real one; null for the real one
 * @param half whether only half of the real body is sent, with a matching length
 * @param delay the wait before anything else happens
 * @param upload how slowly the request's body is read; null for full speed
 * @param reply how slowly the reply's body is sent; null for full speed
 */
public record Fault(
        boolean commit,
        @Nullable FaultReply answer,
        boolean half,
        ExchangeEnd ending,
        Map<String, String> fixedHeaders,
        @Nullable RetryAfter retryAfter,
        Duration delay,
        @Nullable Throttle upload,
        @Nullable Throttle reply) {

    /** Copies the headers. */
    public Fault {
        fixedHeaders = Map.copyOf(fixedHeaders);
    }

    /** Returns whether the request takes effect. */
    public boolean takesEffect() {
        return commit || (answer == null && ending.replies());
    }

    /** Returns the headers that the fault adds to the reply. */
    public Map<String, String> headers(Instant now) {
        var headers = new TreeMap<>(fixedHeaders);
        if (retryAfter != null) {
            headers.put("Retry-After", retryAfter.at(now));
        }
        return headers;
    }

    /**
     * Where the exchange of request and reply ends.
     *
     * @param after the number of bytes before the cut
     * @param reset true if the connection is reset, false if it is closed
     */
    public record ExchangeEnd(Stage kind, long after, boolean reset) {

        /** The step at which the exchange ends. */
        public enum Stage {
            /** After the whole reply. */
            WHOLE,
            /** While the body of the request is read. */
            IN_UPLOAD,
            /** Before the reply begins. */
            BEFORE_REPLY,
            /** Within the status line and the headers of the reply. */
            IN_HEAD,
            /** Within the body of the reply. */
            IN_BODY,
            /** Never: the client waits until it gives up. */
            NEVER
        }

        static final ExchangeEnd WHOLE = new ExchangeEnd(Stage.WHOLE, 0, false);

        /** Returns whether the client gets a whole reply. */
        public boolean whole() {
            return kind == Stage.WHOLE;
        }

        /** Returns whether at least a part of the reply is sent. */
        boolean replies() {
            return kind == Stage.WHOLE || kind == Stage.IN_HEAD || kind == Stage.IN_BODY;
        }
    }

    /** A speed: a number of bytes, then a pause. */
    public record Throttle(int bytes, Duration pause) {}

    /**
     * A {@code Retry-After} header: seconds, a date, or a text that is neither.
     *
     * @param text the value, if it is not a date
     * @param ahead the time between the reply and the date; null if it is not a date
     */
    record RetryAfter(String text, @Nullable Duration ahead) {

        static RetryAfter of(RuleToken word) {
            var value = word.value();
            if (value.matches("\\d{1,9}")) {
                return new RetryAfter(value, null);
            }
            if (value.startsWith("text:")) {
                return new RetryAfter(value.substring("text:".length()), null);
            }
            if (value.startsWith("date:")) {
                return new RetryAfter(
                        "", new RuleToken("retry-after", value.substring("date:".length()), false).duration());
            }
            throw word.expected("seconds (retry-after=3), a date so far ahead (retry-after=date:3s) or any text"
                    + " (retry-after=text:soon)");
        }

        String at(Instant now) {
            return ahead == null
                    ? text
                    : DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            now.plus(ahead).atOffset(ZoneOffset.UTC));
        }
    }
}
