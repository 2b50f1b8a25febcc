package dev.attest.standin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a new or changed result adds to the history of its test.
 *
 * @param name the automated name of the test; empty if the result names none, and so has no history
 * @param storage the automated storage; may be empty
 * @param completed whether the result is completed
 * @param completedAt the date in the result; null for the time at which it is stored
 * @param flaky whether the client says that the result is flaky
 */
public record TestOccurrence(
        String name,
        String storage,
        boolean completed,
        @Nullable Instant completedAt,
        Verdict verdict,
        boolean flaky) {

    /** Returns the occurrence of a test that did not run yet. */
    public static TestOccurrence pending(String name) {
        return new TestOccurrence(name, "", false, null, Verdict.NEUTRAL, false);
    }
}
