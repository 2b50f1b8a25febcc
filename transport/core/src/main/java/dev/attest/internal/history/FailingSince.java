package dev.attest.internal.history;

import java.time.Instant;
import java.util.Objects;

/**
 * The first of the failures in a row that a result is the last of.
 *
 * @param build number of its build; empty if it is not known
 */
public record FailingSince(Instant at, String build) {

    public FailingSince {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(build, "build");
    }
}
