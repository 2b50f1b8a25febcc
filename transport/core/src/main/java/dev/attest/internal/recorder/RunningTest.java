package dev.attest.internal.recorder;

import dev.attest.When;
import dev.attest.internal.attribution.Stopwatch;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter.TestOutput;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt at a test that has not ended. The test of a pending attempt is not known yet. Thread-safe. */
final class RunningTest {

    private record Begun(TestDescription test, TestCode code, When output, Instant startedAt, Stopwatch stopwatch) {}

    /** The outcome if the JVM ends now. */
    record Ending(Outcome outcome, @Nullable Failure failure) {}

    private static final Ending SHUTDOWN =
            new Ending(Outcome.ABORTED, Failure.because("The JVM was told to end while this test was running."));

    /** More than any service shows: Azure DevOps accepts 1000 characters. */
    private static final int LONGEST_COMMENT = 8000;

    private final LeftOutMarks leftOut = new LeftOutMarks();
    private final StringBuilder comment = new StringBuilder();
    private final TestOutput output;
    private RowAttempt rowAttempt;
    private boolean hasAttachments;
    private @Nullable Begun begun;
    private Ending ending = SHUTDOWN;

    RunningTest(RowAttempt rowAttempt, ConsoleOutput output) {
        this.rowAttempt = rowAttempt;
        this.output = new TestOutput(output);
    }

    /** @param wanted outcomes for which the console output is attached */
    synchronized void begin(TestDescription test, TestCode code, When wanted, Instant startedAt, Stopwatch stopwatch)
            throws IOException {
        begun = new Begun(test, code, wanted, startedAt, stopwatch);
        if (wanted == When.NEVER) {
            output.console().discard();
        }
    }

    synchronized boolean hasBegun() {
        return begun != null;
    }

    synchronized void moveTo(RowAttempt target) {
        rowAttempt = target;
    }

    /** Returns the row and attempt for a new attachment. */
    synchronized RowAttempt forAttachment() {
        hasAttachments = true;
        return rowAttempt;
    }

    synchronized RowAttempt rowAttempt() {
        return rowAttempt;
    }

    /** Assigns later attachments to the run; returns whether there were any before. */
    synchronized boolean abandon() {
        rowAttempt = RowAttempt.RUN;
        return hasAttachments;
    }

    synchronized String title() {
        return begun == null ? "a test that is prepared" : begun.test.title();
    }

    synchronized TestCode code() {
        return begun == null ? TestCode.UNKNOWN : begun.code;
    }

    /** Returns which files that its output named are not attached. */
    LeftOutMarks leftOut() {
        return leftOut;
    }

    TestOutput output() {
        return output;
    }

    synchronized boolean isOutputWanted(Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED || outcome == Outcome.ABORTED;
        return begun != null && begun.output.includes(!failed);
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
        if (begun != null) {
            begun.stopwatch.stop(nanos);
        }
    }

    /** Stops the clock, and notes the outcome in case the JVM ends before {@link #end}. */
    synchronized void stop(long nanos, Outcome outcome, @Nullable Failure failure) {
        stop(nanos);
        ending = new Ending(outcome, failure);
    }

    synchronized Ending ending() {
        return ending;
    }

    /** Returns the result. Call {@link #stop} before. */
    synchronized Result end(Outcome outcome, @Nullable Failure failure, boolean retried) {
        if (begun == null) {
            throw new IllegalStateException("not begun");
        }
        return new Result(
                rowAttempt.row(),
                rowAttempt.attempt(),
                begun.test,
                outcome,
                begun.startedAt,
                begun.stopwatch.time(),
                failure,
                comment.toString(),
                retried);
    }
}
