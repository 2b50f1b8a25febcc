package dev.attest.internal.recorder;

import dev.attest.When;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.TestOutput;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt at a test that has not ended; while it is prepared, also the test may be unknown. Thread-safe. */
final class RunningTest {

    /** What a test is, once that is known. */
    private record Known(TestDescription test, When output, Instant startedAt, long startedNanos) {}

    /** More than any service shows: Azure DevOps takes 1000 characters. */
    private static final int LONGEST_COMMENT = 8000;

    private final StringBuilder comment = new StringBuilder();
    private final TestOutput output;
    private RowAttempt place;
    private boolean attached;
    private @Nullable Known known;
    private @Nullable Long stoppedNanos;

    /** Makes one of which only the place is known. */
    RunningTest(RowAttempt place, ConsoleOutput output) {
        this.place = place;
        this.output = new TestOutput(output);
    }

    /** @param wanted for which outcomes its console output is attached */
    synchronized void begin(TestDescription test, When wanted, Instant startedAt, long startedNanos)
            throws IOException {
        known = new Known(test, wanted, startedAt, startedNanos);
        if (wanted == When.NEVER) {
            output.console().discard();
        }
    }

    /** Returns whether the test itself began. */
    synchronized boolean hasBegun() {
        return known != null;
    }

    synchronized void move(RowAttempt found) {
        place = found;
    }

    /** Returns the place that an attachment goes to now. */
    synchronized RowAttempt attaching() {
        attached = true;
        return place;
    }

    synchronized RowAttempt place() {
        return place;
    }

    /** Gives what is attached from now on to the run; returns whether anything was attached before. */
    synchronized boolean abandon() {
        place = RowAttempt.RUN;
        return attached;
    }

    /** Returns its title, for messages. */
    synchronized String title() {
        return known == null ? "a test that is prepared" : known.test.title();
    }

    TestOutput output() {
        return output;
    }

    /** Returns whether its console output is attached when it ends like this. */
    synchronized boolean isOutputWanted(Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED || outcome == Outcome.ABORTED;
        return known != null && known.output.includes(!failed);
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

    /** Stops the clock, unless it was stopped before. */
    synchronized void stop(long nanos) {
        if (stoppedNanos == null) {
            stoppedNanos = nanos;
        }
    }

    /** Returns how it ended; call {@link #stop} before. */
    synchronized Result end(Outcome outcome, @Nullable Failure failure, boolean retried) {
        if (known == null || stoppedNanos == null) {
            throw new IllegalStateException("not begun, or not stopped");
        }
        return new Result(
                place.row(),
                place.attempt(),
                known.test,
                outcome,
                known.startedAt,
                Duration.ofNanos(stoppedNanos - known.startedNanos),
                failure,
                comment.toString(),
                retried);
    }
}
