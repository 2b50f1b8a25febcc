package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Retry;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects uploads that are too large. A server that reports only an internal error, or closes the connection, does so
 * again for the same file; a network failure does not repeat. Thread-safe.
 */
final class SizeLimitDetector {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Returns whether the server says that the upload is too large, or failed at the same upload before. */
    boolean isTooLarge(String upload, NotDeliveredException failure) {
        boolean page = failure.error().page();
        return switch (failure.status()) {
            // The status comes from the server or from the web server in front of it.
            case 413 -> true;
            case 404 -> page;
            // Some servers fail or close the connection when a request is too long.
            case 500 -> page && !seen.add(upload);
            case 0 -> failure.delivery(false) instanceof Retry retry && retry.possiblyApplied() && !seen.add(upload);
            default -> false;
        };
    }
}
