package dev.attest.internal.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Timing and sizes of a delivery.
 *
 * @param tick interval at which the journal is read after the run has ended
 * @param flush interval at which the journal is read while tests run; the results that it holds then are sent
 * @param batch so many results are sent without waiting for more
 * @param largestBatch maximum number of results per request
 * @param readAhead maximum number of results in memory while the service accepts none
 * @param firstPause pause after the first failure; doubles with each further one
 * @param pauseInDoubt added after a possibly applied request, because the service may still process it
 * @param longestPause limit of the doubling
 */
public record DeliverySettings(
        Duration tick,
        Duration flush,
        int batch,
        int largestBatch,
        int readAhead,
        Duration firstPause,
        Duration pauseInDoubt,
        Duration longestPause) {

    public static final DeliverySettings DEFAULT = new DeliverySettings(
            Duration.ofMillis(100),
            Duration.ofMillis(1500),
            500,
            1000,
            2000,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30));

    /** Creates settings whose batches do not grow when the service is slow. */
    public DeliverySettings(
            Duration tick,
            Duration flush,
            int batch,
            int readAhead,
            Duration firstPause,
            Duration pauseInDoubt,
            Duration longestPause) {
        this(tick, flush, batch, batch, readAhead, firstPause, pauseInDoubt, longestPause);
    }

    /**
     * Returns the pause after so many failures in a row: a random part of the full pause, at least a tenth. JVMs that
     * failed at the same time then retry at different times.
     */
    Duration pauseAfter(int failures, boolean inDoubt, RandomGenerator random) {
        long cap = longestPause.toNanos();
        long full = firstPause.toNanos();
        for (int doubled = 1; doubled < failures && full < cap; doubled++) {
            full *= 2;
        }
        full = Math.min(full, cap);
        long least = full / 10;
        long pause = least + random.nextLong(full - least + 1);
        return Duration.ofNanos(inDoubt ? pauseInDoubt.toNanos() + pause : pause);
    }

    /**
     * Returns the pause that the service asked for, plus a random part of up to the same length, at most
     * {@code longestPause}. A service asks all clients for the same pause.
     */
    Duration pauseAsked(Duration asked, RandomGenerator random) {
        long spread = Math.min(asked.toNanos(), longestPause.toNanos());
        return asked.plusNanos(random.nextLong(spread + 1));
    }
}
