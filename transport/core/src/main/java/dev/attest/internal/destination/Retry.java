package dev.attest.internal.destination;

import java.time.Duration;

/**
 * The service did not accept the request. The same request may succeed later.
 *
 * @param reason what was attempted, on what, what came back and what to do
 * @param pause how long the service asks to wait; zero if it does not say, and the caller backs off
 * @param possiblyApplied whether the request may have been applied although no reply says so
 * @param needsAttention whether retries are pointless until a person changes the address, the project or the token
 */
public record Retry(String reason, Duration pause, boolean possiblyApplied, boolean needsAttention)
        implements DeliveryResult {

    @Override
    public boolean done() {
        return false;
    }
}
