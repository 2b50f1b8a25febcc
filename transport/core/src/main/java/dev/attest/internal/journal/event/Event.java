package dev.attest.internal.journal.event;

import dev.attest.spi.TestDescription;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
            destinations.forEach(DestinationName::require);
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
     * {@link ResultRecorded} of the attempt takes precedence.
     */
    record AttemptStopped(Result result) implements Event {

        public AttemptStopped {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attemptStopped(result);
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

        void attemptStopped(Result result);

        void resultRecorded(Result result);

        void attachmentAdded(Attachment attachment);

        void evidenceMoved(EvidenceMoved moved);

        void runFinished(RunFinished finished);
    }
}
