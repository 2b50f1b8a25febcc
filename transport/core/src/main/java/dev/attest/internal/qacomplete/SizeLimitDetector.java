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
        return saysTooLarge(failure) || (mayBeTooLarge(failure) && failedBefore(upload));
    }

    /** The status comes from the server or from the web server in front of it. */
    private static boolean saysTooLarge(NotDeliveredException failure) {
        return failure.status() == 413
                || (failure.status() == 404 && failure.error().page());
    }

    /** Some servers fail or close the connection when a request is too long. */
    private static boolean mayBeTooLarge(NotDeliveredException failure) {
        return switch (failure.status()) {
            case 500 -> failure.error().page();
            case 0 -> failure.delivery(false) instanceof Retry retry && retry.possiblyApplied();
            default -> false;
        };
    }

    /** Returns whether this was called for the upload before. */
    private boolean failedBefore(String upload) {
        return !seen.add(upload);
    }
}
