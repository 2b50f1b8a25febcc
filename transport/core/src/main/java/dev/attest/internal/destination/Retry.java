package dev.attest.internal.destination;

import java.time.Duration;

/**
 * The service did not take it now; the same may succeed later.
 *
 * @param reason what was attempted, on what, what came back and what to do, in a sentence or two
 * @param pause how long the service asks to be left alone; zero where it says nothing, and the caller backs off
 * @param possiblyApplied whether the request may have been carried out although no reply says so, so that the next
 *     try must look first
 * @param needsAttention whether trying again is pointless until a person changes something: the address, the project,
 *     the token
 */
public record Retry(String reason, Duration pause, boolean possiblyApplied, boolean needsAttention)
        implements DeliveryResult {

    @Override
    public boolean done() {
        return false;
    }
}
