package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service may be asked anything now. A service that fails is left alone for a while, one that needs a
 * person for good. Thread-safe.
 *
 * <p>Warns once in its life, however many requests fail: at the second failure in a row, or at once when a person must
 * act.
 */
final class CircuitBreaker {

    private final DeliverySettings settings;
    private final RandomGenerator chance;
    private final Consumer<String> warning;
    private int failures;
    private long openAt = System.nanoTime();
    private boolean shut;
    private boolean warned;
    private boolean everOpen;
    private boolean closed;
    private @Nullable String trouble;

    CircuitBreaker(DeliverySettings settings, Consumer<String> warning) {
        this(settings, new SplittableRandom(), warning);
    }

    CircuitBreaker(DeliverySettings settings, RandomGenerator chance, Consumer<String> warning) {
        this.settings = settings;
        this.chance = chance;
        this.warning = warning;
    }

    /** Notes what came of a request. */
    synchronized void record(DeliveryResult delivery) {
        if (closed) {
            return;
        }
        if (delivery instanceof Retry deferred) {
            failed(deferred);
        } else {
            failures = 0;
            everOpen = true;
            trouble = null;
            if (delivery instanceof Accepted delivered && !delivered.pause().isZero()) {
                pause(settings.pauseAsked(delivered.pause(), chance));
            }
        }
    }

    synchronized boolean isOpen() {
        return !shut && openAt - System.nanoTime() <= 0;
    }

    /** Returns whether nothing will be asked again in this JVM. */
    synchronized boolean isShut() {
        return shut;
    }

    /** Returns whether the service ever answered with something that settled a request. */
    synchronized boolean everOpen() {
        return everOpen;
    }

    /** Returns what stands in the way, or null. */
    synchronized @Nullable String trouble() {
        return trouble;
    }

    /**
     * Takes no more notice of requests: those that are under way are broken off.
     *
     * @param otherwise what stands in the way if nothing else did
     */
    synchronized void close(String otherwise) {
        closed = true;
        if (trouble == null) {
            trouble = otherwise;
        }
    }

    /** Says what stands in the way, unless that was said already. */
    synchronized void warnOnce() {
        if (!warned && trouble != null) {
            warned = true;
            warning.accept(trouble);
        }
    }

    private void failed(Retry deferred) {
        failures++;
        trouble = deferred.reason();
        shut |= deferred.needsAttention();
        pause(
                deferred.pause().isZero()
                        ? settings.pauseAfter(failures, deferred.possiblyApplied(), chance)
                        : settings.pauseAsked(deferred.pause(), chance));
        if (shut || failures > 1) {
            warnOnce();
        }
    }

    private void pause(Duration pause) {
        openAt = Math.max(openAt, System.nanoTime() + pause.toNanos());
    }
}
