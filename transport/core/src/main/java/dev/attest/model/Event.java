package dev.attest.model;

import java.time.Instant;
import java.util.List;

/** One thing that happened and that the journal keeps, in the order in which it was reported. */
public sealed interface Event {

    /** Hands this event to the method of its kind. */
    void tell(Handler handler);

    /**
     * The first test of the JVM is about to begin. Always the first event of a journal.
     *
     * @param destinations names of the destinations that were configured then: only they get this journal. Empty if none was:
     *     then whoever delivers the journal first decides where it goes
     */
    record RunStarted(Run run, List<String> destinations) implements Event {

        public RunStarted {
            destinations = List.copyOf(destinations);
        }

        /** Makes one of a run that is for whoever delivers it. */
        public RunStarted(Run run) {
            this(run, List.of());
        }

        @Override
        public void tell(Handler handler) {
            handler.runStarted(this);
        }
    }

    /** These are to be run. What has no {@link TestStarted} or {@link ResultRecorded} later, the JVM did not come to. */
    record TestsPlanned(List<TestDescription> tests) implements Event {

        public TestsPlanned {
            tests = List.copyOf(tests);
        }

        @Override
        public void tell(Handler handler) {
            handler.testsPlanned(tests);
        }
    }

    /** An attempt began. What has no {@link ResultRecorded} later was running when the JVM died. */
    record TestStarted(int row, int attempt, TestDescription test, Instant at) implements Event {

        @Override
        public void tell(Handler handler) {
            handler.testStarted(this);
        }
    }

    /** An attempt ended, or a test is known never to start. */
    record ResultRecorded(Result result) implements Event {

        @Override
        public void tell(Handler handler) {
            handler.resultRecorded(result);
        }
    }

    /** A file was attached; its bytes are in the journal's blobs already. */
    record AttachmentAdded(Attachment attachment) implements Event {

        @Override
        public void tell(Handler handler) {
            handler.attachmentAdded(attachment);
        }
    }

    /**
     * What was attached to row {@code from}, and will be, before it was known which test it was for, belongs to this
     * attempt, or to the run where {@code row} is {@link Attachment#RUN}.
     */
    record EvidenceMoved(int from, int row, int attempt) implements Event {

        @Override
        public void tell(Handler handler) {
            handler.evidenceMoved(this);
        }
    }

    /**
     * Nothing will follow.
     *
     * @param cutOff whether the JVM was told to end while its tests ran, and did not come to their end
     */
    record RunFinished(Instant at, boolean cutOff) implements Event {

        @Override
        public void tell(Handler handler) {
            handler.runFinished(this);
        }
    }

    /** Takes events, a method for each kind. */
    interface Handler {

        /** Takes a {@link RunStarted}. */
        void runStarted(RunStarted started);

        /** Takes a {@link TestsPlanned}. */
        void testsPlanned(List<TestDescription> tests);

        /** Takes a {@link TestStarted}. */
        void testStarted(TestStarted test);

        /** Takes a {@link ResultRecorded}. */
        void resultRecorded(Result result);

        /** Takes an {@link AttachmentAdded}. */
        void attachmentAdded(Attachment attachment);

        /** Takes an {@link EvidenceMoved}. */
        void evidenceMoved(EvidenceMoved moved);

        /** Takes a {@link RunFinished}. */
        void runFinished(RunFinished finished);
    }
}
