package dev.attest.internal.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast the publisher works.
 *
 * @param tick how often it looks into the journal
 * @param flush how long a result may wait for others to travel with, so that the page of the run is live
 * @param batch how many results travel together at most
 * @param readAhead how many results are held in memory at most while the service takes none
 * @param firstPause pause after the first failure; it doubles with each further one
 * @param pauseInDoubt pause at least after a request that may have taken effect: the service may still be at it, and
 *     what it has then is looked at before the next try
 * @param longestPause where doubling ends
 */
public record DeliverySettings(
        Duration tick,
        Duration flush,
        int batch,
        int readAhead,
        Duration firstPause,
        Duration pauseInDoubt,
        Duration longestPause) {

    public static final DeliverySettings DEFAULT = new DeliverySettings(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            100,
            1000,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30));

    /**
     * Returns the pause after that many failures in a row: any part of it by chance but the first tenth, so that the
     * JVMs that an outage has brought into step do not come back at once.
     */
    Duration pauseAfter(int failures, boolean inDoubt, RandomGenerator chance) {
        long cap = longestPause.toNanos();
        long full = firstPause.toNanos();
        for (int doubled = 1; doubled < failures && full < cap; doubled++) {
            full *= 2;
        }
        full = Math.min(full, cap);
        long least = full / 10;
        long pause = least + chance.nextLong(full - least + 1);
        return Duration.ofNanos(inDoubt ? pauseInDoubt.toNanos() + pause : pause);
    }

    /**
     * Returns how long to leave the service alone that asks for it: as long as it asks at least, and up to as long
     * again by chance, since it asks everybody for the same.
     */
    Duration pauseAsked(Duration asked, RandomGenerator chance) {
        long spread = Math.min(asked.toNanos(), longestPause.toNanos());
        return asked.plusNanos(chance.nextLong(spread + 1));
    }
}
