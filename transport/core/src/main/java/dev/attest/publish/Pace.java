package dev.attest.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast the publisher works.
 *
 * @param tick how often it looks into the journal
 * @param flush how long a result may wait for others to travel with, so that the page of the run is live
 * @param batch how many results travel together at most
 * @param firstPause pause after the first failure; it doubles with each further one
 * @param longestPause where doubling ends
 */
record Pace(Duration tick, Duration flush, int batch, Duration firstPause, Duration longestPause) {

    static final Pace DEFAULT = new Pace(
            Duration.ofMillis(100), Duration.ofSeconds(1), 100, Duration.ofMillis(500), Duration.ofSeconds(30));

    /**
     * Returns the pause after that many failures in a row: between half of it and the whole by chance, so that many JVMs
     * do not come back at once.
     */
    Duration pauseAfter(int failures) {
        long cap = longestPause.toNanos();
        long full = firstPause.toNanos();
        for (int doubled = 1; doubled < failures && full < cap; doubled++) {
            full *= 2;
        }
        full = Math.min(full, cap);
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
