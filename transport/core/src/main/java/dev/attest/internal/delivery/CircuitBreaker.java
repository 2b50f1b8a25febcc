package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be sent. A failure blocks requests for a pause, unless it may be the fault of one item
 * of many. If a person has to act, requests are blocked for good. Thread-safe.
 *
 * <p>Warns at most once: at the second failure in a row, or at once if a person has to act.
 */
final class CircuitBreaker {

    private final DeliverySettings settings;
    private final Consumer<String> warning;
    private int failures;
    private long retryAt = System.nanoTime();
    private boolean givenUp;
    private boolean warned;
    private boolean stopped;
    private @Nullable String trouble;

    CircuitBreaker(DeliverySettings settings, Consumer<String> warning) {
        this.settings = settings;
        this.warning = warning;
    }

    /**
     * Records the result of a request. A failure of some items says nothing of the others if the service has accepted
     * or rejected a request since the last failure, or if the same items have failed before.
     *
     * @param itemsFault whether it is known that the service fails at these items and not at others
     */
    synchronized void recordItems(DeliveryResult result, boolean itemsFault) {
        boolean ofOthersToo = !itemsFault && failures > 0;
        if (!stopped
                && !ofOthersToo
                && result instanceof Retry retry
                && !retry.needsAttention()
                && retry.pause().isZero()) {
            trouble = retry.reason();
            failures += itemsFault ? 0 : 1;
        } else {
            record(result);
        }
    }

    /** Records the result of a request that all others need. */
    synchronized void record(DeliveryResult result) {
        if (stopped) {
            return;
        }
        if (result instanceof Retry retry) {
            failed(retry);
        } else {
            failures = 0;
            trouble = null;
            if (result instanceof Accepted accepted && !accepted.pause().isZero()) {
                pause(settings.pauseAsked(accepted.pause(), ThreadLocalRandom.current()));
            }
        }
    }

    synchronized boolean allowsRequests() {
        return !givenUp && retryAt - System.nanoTime() <= 0;
    }

    /** Returns whether requests are blocked for good. */
    synchronized boolean hasGivenUp() {
        return givenUp;
    }

    /** Returns why requests fail, or null. */
    synchronized @Nullable String trouble() {
        return trouble;
    }

    /**
     * Ignores further results, because requests in progress are cancelled.
     *
     * @param defaultTrouble the trouble if there is none yet
     */
    synchronized void stopRecording(String defaultTrouble) {
        stopped = true;
        if (trouble == null) {
            trouble = defaultTrouble;
        }
    }

    /** Reports the trouble, unless it was reported already. */
    synchronized void warnOnce() {
        if (!warned && trouble != null) {
            warned = true;
            warning.accept(trouble);
        }
    }

    private void failed(Retry retry) {
        failures++;
        trouble = retry.reason();
        givenUp |= retry.needsAttention();
        pause(
                retry.pause().isZero()
                        ? settings.pauseAfter(failures, retry.mayTakeEffectLater(), ThreadLocalRandom.current())
                        : settings.pauseAsked(retry.pause(), ThreadLocalRandom.current()));
        if (givenUp || failures > 1) {
            warnOnce();
        }
    }

    private void pause(Duration pause) {
        retryAt = Math.max(retryAt, System.nanoTime() + pause.toNanos());
    }
}
