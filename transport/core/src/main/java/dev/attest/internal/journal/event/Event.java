package dev.attest.internal.journal.event;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event of a test run. The journal keeps events in the order in which they were reported. */
public sealed interface Event {

    void accept(Visitor visitor);

    /**
     * The first test of the JVM is about to start. Always the first event of a journal.
     *
     * @param destinations names of the destinations that were configured then: only they get this journal. Empty if
     *     none was: then the JVM that delivers the journal first decides
     */
    record RunStarted(Run run, List<String> destinations) implements Event {

        public RunStarted {
            Objects.requireNonNull(run, "run");
            for (String destination : destinations) {
                DestinationName.require(destination);
            }
            destinations = List.copyOf(destinations);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.runStarted(this);
        }
    }

    /** Tests are planned. A test without a later {@link TestStarted} or {@link ResultRecorded} was never reached. */
    record TestsPlanned(List<TestDescription> tests) implements Event {

        public TestsPlanned {
            tests = List.copyOf(tests);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.testsPlanned(tests);
        }
    }

    /**
     * An attempt started. An attempt without a later {@link AttemptStopped} or {@link ResultRecorded} was running when
     * the JVM died.
     */
    record TestStarted(int row, int attempt, TestDescription test, Instant at) implements Event {

        public TestStarted {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(test, "test");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.testStarted(this);
        }
    }

    /**
     * The framework reported how an attempt ended. Its tear-down or a listener may still change that: a later
     * {@link ResultRecorded} of the attempt takes precedence. The test is that of its {@link TestStarted}.
     *
     * @param duration by the monotonic clock; never negative
     * @param failure reason why it did not pass, or null
     * @param comment comments of the test so far, separated by {@code \n}; may be empty
     */
    record AttemptStopped(
            int row,
            int attempt,
            Outcome outcome,
            Duration duration,
            @Nullable Failure failure,
            String comment) implements Event {

        public AttemptStopped {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(comment, "comment");
            duration = duration.isNegative() ? Duration.ZERO : duration;
        }

        /** Returns the result of the attempt that started. */
        public Result of(TestStarted started) {
            return new Result(row, attempt, started.test(), outcome, started.at(), duration, failure, comment);
        }

        /** Returns a copy without the failure and the comment, which may be long. */
        public AttemptStopped withoutText() {
            return new AttemptStopped(row, attempt, outcome, duration, null, "");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attemptStopped(this);
        }
    }

    /** An attempt ended, or it is certain that a test will not start. */
    record ResultRecorded(Result result) implements Event {

        public ResultRecorded {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.resultRecorded(result);
        }
    }

    /** A file was attached. The blobs of the journal already hold its bytes. */
    record AttachmentAdded(Attachment attachment) implements Event {

        public AttachmentAdded {
            Objects.requireNonNull(attachment, "attachment");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attachmentAdded(attachment);
        }
    }

    /**
     * The test of some attachments became known. All attachments of row {@code from}, past and future, belong to this
     * attempt, or to the run if {@code row} is {@link Attachment#RUN}.
     */
    record EvidenceMoved(int from, int row, int attempt) implements Event {

        public EvidenceMoved {
            JournalNumbers.check(from, 1);
            if (row != Attachment.RUN) {
                JournalNumbers.check(row, attempt);
            }
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.evidenceMoved(this);
        }
    }

    /**
     * The run ended: no event follows.
     *
     * @param cutOff whether the JVM was told to exit before all tests had ended
     */
    record RunFinished(Instant at, boolean cutOff) implements Event {

        public RunFinished {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.runFinished(this);
        }
    }

    interface Visitor {

        void runStarted(RunStarted started);

        void testsPlanned(List<TestDescription> tests);

        void testStarted(TestStarted test);

        void attemptStopped(AttemptStopped stopped);

        void resultRecorded(Result result);

        void attachmentAdded(Attachment attachment);

        void evidenceMoved(EvidenceMoved moved);

        void runFinished(RunFinished finished);
    }
}
