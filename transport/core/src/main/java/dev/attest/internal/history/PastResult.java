package dev.attest.internal.history;

import java.time.Instant;
import java.util.Objects;

/**
 * An earlier result of a test, in another build.
 *
 * @param at when it ended
 * @param millis how long the test took
 * @param build number of its build; empty if it is of none
 */
public record PastResult(Instant at, Verdict verdict, long millis, String build) {

    /** What a result says about its test. A result that says nothing, as that of a skipped test, is not looked at. */
    public enum Verdict {
        PASSED,
        /** It passed only after a retry, so it failed in the same build too. */
        RETRIED,
        FAILED
    }

    public PastResult {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(build, "build");
    }

    boolean failedAtFirst() {
        return verdict != Verdict.PASSED;
    }
}
