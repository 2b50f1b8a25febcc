package dev.attest.internal.history;

import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.util.Objects;

/**
 * A test whose past is of interest.
 *
 * @param row its row in the journal
 * @param outcome of its last attempt
 * @param attempt number of the last attempt, from 1
 * @param millis duration of the last attempt
 */
public record ReviewedTest(int row, TestDescription test, Outcome outcome, int attempt, long millis) {

    public ReviewedTest {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Returns whether it needed more than one attempt. */
    public boolean retried() {
        return attempt > 1;
    }

    public boolean hasFailed() {
        return outcome == Outcome.FAILED || outcome == Outcome.ABORTED || outcome == Outcome.NOT_STARTED;
    }

    /** Returns whether it failed, even if it has passed after that. */
    public boolean hasFailedOnce() {
        return hasFailed() || retried();
    }

    /** Returns what its past says. */
    public Judgement judge(TestPast past) {
        return Judgement.of(outcome, retried(), millis, past);
    }
}
