package dev.attest.internal.destination;

import java.time.Duration;

/**
 * The service did not accept the request. The same request may succeed later.
 *
 * @param reason what was attempted, on what, what came back and what to do
 * @param pause how long the service asks to wait; zero if it does not say, and the caller backs off
 * @param possiblyApplied whether the request may have been applied although no reply says so
 * @param needsAttention whether retries are pointless until a person changes the address, the project or the token
 * @param over whether the service is known to have ended its work on the request, so that a look at what it has applied
 *     need not wait
 */
public record Retry(String reason, Duration pause, boolean possiblyApplied, boolean needsAttention, boolean over)
        implements DeliveryResult {

    /** Creates one of a request that the service may still work on. */
    public Retry(String reason, Duration pause, boolean possiblyApplied, boolean needsAttention) {
        this(reason, pause, possiblyApplied, needsAttention, false);
    }

    /** Returns whether the service may have applied the request, or may still do that. */
    public boolean mayTakeEffectLater() {
        return possiblyApplied && !over;
    }

    @Override
    public boolean done() {
        return false;
    }
}
