package dev.attest.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast the publisher works.
 *
 * @param tick how often it looks into the journal
 * @param flush how long a result may wait for others to travel with, so that the page of the run is live
 * @param batch how many results travel together at most
 * @param readAhead how many results are held in memory at most while the service takes none
 * @param firstPause pause after the first failure; it doubles with each further one
 * @param pauseInDoubt pause at least after a request that may have taken effect: the service may still be at it, and what
 *     it has then is looked at before the next try
 * @param longestPause where doubling ends
 */
record Pace(
        Duration tick,
        Duration flush,
        int batch,
        int readAhead,
        Duration firstPause,
        Duration pauseInDoubt,
        Duration longestPause) {

    static final Pace DEFAULT = new Pace(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            100,
            1000,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30));

    /**
     * Returns the pause after that many failures in a row: between half of it and the whole by chance, so that many JVMs
     * do not come back at once.
     */
    Duration pauseAfter(int failures, boolean inDoubt) {
        long cap = longestPause.toNanos();
        long full = firstPause.toNanos();
        for (int doubled = 1; doubled < failures && full < cap; doubled++) {
            full *= 2;
        }
        full = Math.min(full, cap);
        long pause = full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1);
        return Duration.ofNanos(inDoubt ? Math.max(pause, pauseInDoubt.toNanos()) : pause);
    }
}
