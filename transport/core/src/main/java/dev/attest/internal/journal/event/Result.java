package dev.attest.internal.journal.event;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a test ended.
 *
 * @param row number of the test in its journal, from 1; all attempts at a test have the same row
 * @param attempt number of this attempt, from 1
 * @param started start, by the wall clock
 * @param duration duration, by the monotonic clock; zero if the attempt never started; never negative
 * @param failure reason why it did not pass, or null
 * @param comment comments of the test, separated by {@code \n}; may be empty
 * @param retried whether the framework announced another attempt
 */
public record Result(
        int row,
        int attempt,
        TestDescription test,
        Outcome outcome,
        Instant started,
        Duration duration,
        @Nullable Failure failure,
        String comment,
        boolean retried) {

    public Result {
        JournalNumbers.check(row, attempt);
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(comment, "comment");
        duration = duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Creates the result of an attempt that the framework does not retry. */
    public Result(
            int row,
            int attempt,
            TestDescription test,
            Outcome outcome,
            Instant started,
            Duration duration,
            @Nullable Failure failure,
            String comment) {
        this(row, attempt, test, outcome, started, duration, failure, comment, false);
    }

    public Result with(@Nullable Failure other) {
        return new Result(row, attempt, test, outcome, started, duration, other, comment, retried);
    }

    public Result withComment(String other) {
        return new Result(row, attempt, test, outcome, started, duration, failure, other, retried);
    }

    /** Returns the end: start plus duration, so that a change of the wall clock does not matter. */
    public Instant completed() {
        return started.plus(duration);
    }
}
