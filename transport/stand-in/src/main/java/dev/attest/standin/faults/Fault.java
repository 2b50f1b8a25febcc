package dev.attest.standin.faults;

import java.time.Duration;
import java.util.Map;

/**
 * What goes wrong with one request.
 *
 * @param status of the reply, where the kind has one
 * @param delay before anything else happens
 * @param cutAfter how many bytes of the reply's body leave, for {@link Kind#CUT}
 */
public record Fault(Kind kind, int status, Map<String, String> headers, String body, Duration delay, long cutAfter) {

    /** How it goes wrong. */
    public enum Kind {
        /** A reply of its own; the request has no effect. */
        REPLY(false),
        /** The connection is closed; the request has no effect. */
        DROP(false),
        /** Late, but right; with additional headers, when there are some. */
        DELAY(true),
        /** The request takes effect, then the connection is closed without a reply. */
        COMMIT_THEN_DROP(true),
        /** The request takes effect, then another status is reported, with the fault's body. */
        COMMIT_THEN_REPLY(true),
        /** The request takes effect; half of the JSON arrives, as if it were all. */
        TRUNCATED_JSON(true),
        /** The request takes effect; the connection is closed in the middle of the reply. */
        CUT(true);

        private final boolean takesEffect;

        Kind(boolean takesEffect) {
            this.takesEffect = takesEffect;
        }

        /** Returns whether the service carries the request out. */
        public boolean takesEffect() {
            return takesEffect;
        }
    }

    /** Copies the headers. */
    public Fault {
        headers = Map.copyOf(headers);
    }
}
