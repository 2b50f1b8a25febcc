package dev.attest.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a test ended.
 *
 * @param row number of the test in its journal, from 1: one row per test in a run, whatever the number of attempts
 * @param attempt number of this attempt, from 1
 * @param test what was tested
 * @param outcome how it ended
 * @param started when it began, by the wall clock
 * @param duration how long it took, by the monotonic clock; zero when it never began, never negative
 * @param failure why it did not pass, or null
 * @param comment what the test said about itself, lines separated by {@code \n}; may be empty
 * @param retried whether the framework said that it tries the test again: another attempt follows
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
        if (row < 1 || attempt < 1) {
            throw new IllegalArgumentException("rows and attempts count from 1: row " + row + ", attempt " + attempt);
        }
        duration = duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Makes the result of an attempt that stands for its test until another is made. */
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

    /** Returns this result with another failure. */
    public Result with(@Nullable Failure other) {
        return new Result(row, attempt, test, outcome, started, duration, other, comment, retried);
    }

    /** Returns this result with another comment. */
    public Result withComment(String other) {
        return new Result(row, attempt, test, outcome, started, duration, failure, other, retried);
    }

    /** Returns when it ended: never before it began, whatever the wall clock did meanwhile. */
    public Instant completed() {
        return started.plus(duration);
    }
}
