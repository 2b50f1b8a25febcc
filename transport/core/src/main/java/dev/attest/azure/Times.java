package dev.attest.azure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as they travel: no finer than the service shows them. */
final class Times {

    private Times() {}

    static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
