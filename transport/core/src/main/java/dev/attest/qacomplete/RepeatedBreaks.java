package dev.attest.qacomplete;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells uploads that are too large from such that the network lost: a server that says no more than that it broke down, or
 * off, does so again with the same file. Thread-safe.
 */
final class RepeatedBreaks {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Returns whether the server takes nothing of that length: it says so, or broke at the same upload before. */
    boolean isTooLarge(String upload, NotDeliveredException failure) {
        return failure.isTooLarge() || (failure.mayBeTooLarge() && !seen.add(upload));
    }
}
