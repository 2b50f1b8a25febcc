package dev.attest.internal.quarantine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An entry of a quarantine file.
 *
 * @param tests name of a test, in which {@code *} and {@code ?} stand for any characters
 * @param until the last day on which it counts
 * @param reason in one line
 * @param expired whether that day is over
 */
public record KnownFailure(String tests, LocalDate until, String reason, boolean expired) {

    public KnownFailure {
        Objects.requireNonNull(tests, "tests");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns what is said of a failure that it covers. */
    public String words() {
        return "quarantined until " + until + ": " + reason;
    }
}
