package dev.attest;

import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Result;
import dev.attest.model.TestDescription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt at a test that has begun and not ended. Thread-safe. */
final class RunningTest {

    /** More than any service shows: Azure DevOps takes 1000 characters. */
    private static final int LONGEST_COMMENT = 8000;

    private final Rows.Place place;
    private final TestDescription test;
    private final Instant startedAt;
    private final long startedNanos;
    private final StringBuilder comment = new StringBuilder();

    RunningTest(Rows.Place place, TestDescription test, Instant startedAt, long startedNanos) {
        this.place = place;
        this.test = test;
        this.startedAt = startedAt;
        this.startedNanos = startedNanos;
    }

    Rows.Place place() {
        return place;
    }

    TestDescription test() {
        return test;
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized void comment(String line) {
        if (comment.length() > LONGEST_COMMENT) {
            return;
        }
        if (comment.length() > 0) {
            comment.append('\n');
        }
        comment.append(line, 0, Math.min(line.length(), LONGEST_COMMENT));
    }

    synchronized Result end(Outcome outcome, @Nullable Failure failure, long endedNanos) {
        return new Result(
                place.row(),
                place.attempt(),
                test,
                outcome,
                startedAt,
                Duration.ofNanos(endedNanos - startedNanos),
                failure,
                comment.toString());
    }
}
