package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Retry;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells uploads that are too large from such that the network lost: a server that says no more than that it broke down,
 * or off, does so again with the same file. Thread-safe.
 */
final class RepeatedBreaks {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Returns whether the server takes nothing of that length: it says so, or broke at the same upload before. */
    boolean isTooLarge(String upload, NotDeliveredException failure) {
        return saysTooLarge(failure) || (mayBeTooLarge(failure) && !seen.add(upload));
    }

    /** The server says so itself, or the web server before it. */
    private static boolean saysTooLarge(NotDeliveredException failure) {
        return failure.status() == 413
                || (failure.status() == 404 && failure.error().page());
    }

    /** Some servers break down or off at what is too long for them. */
    private static boolean mayBeTooLarge(NotDeliveredException failure) {
        boolean lost = failure.status() == 0
                && failure.delivery(false) instanceof Retry deferred
                && deferred.possiblyApplied();
        return lost || (failure.status() == 500 && failure.error().page());
    }
}
