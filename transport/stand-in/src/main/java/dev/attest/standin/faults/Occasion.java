package dev.attest.standin.faults;

import java.time.Duration;
import java.util.Set;

/**
 * The requests that a rule looks at, and which of them it strikes. A request is counted when its method, path and size
 * are right.
 *
 * @param minSize of the body; -1 for any, also for a body whose size is not announced
 * @param first the first counted request to strike, from 1, up to and with {@code last}
 * @param every how many of those make one strike
 * @param chance that a strike happens
 * @param times how many strikes there are at most
 * @param span how long after its first strike the rule holds
 */
record Occasion(
        Set<String> methods,
        PathPattern path,
        long minSize,
        long maxSize,
        long first,
        long last,
        long every,
        double chance,
        long times,
        Duration span) {

    /** Returns whether to count a request; {@code size} is -1 where it is not announced. */
    boolean counts(String method, String requestPath, long size) {
        return size >= minSize
                && size <= maxSize
                && (methods.contains("*") || methods.contains(method))
                && path.matches(requestPath);
    }

    /** Returns whether it may be the turn of the n-th counted request. */
    boolean isTurnOf(long n) {
        return n >= first && n <= last && (n - first + 1) % every == 0;
    }
}
