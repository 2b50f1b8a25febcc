package dev.attest.junit5;

import dev.attest.spi.TestRecorder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Forwards the events of a plan {@linkplain TestRecorder#apart apart} from the thread of the test, where classes of the
 * JDK may be mocked. For the same reason an event is an object of one class, loaded with the first event, not a lambda.
 */
final class EventForwarder implements TestExecutionListener {

    private enum Kind {
        PLAN_STARTED,
        STARTED,
        SKIPPED,
        FINISHED,
        ENTRY,
        FILE,
        PLAN_FINISHED
    }

    /** An event of the Platform. The types of its parts go with the kind. */
    private final class Event implements Runnable {

        private final Kind kind;
        private final Object subject;
        private final @Nullable Object detail;

        /** Where the Platform told of it, on the thread that it told. */
        private final @Nullable Throwable place;

        Event(Kind kind, Object subject, @Nullable Object detail, @Nullable Throwable place) {
            this.kind = kind;
            this.subject = subject;
            this.detail = detail;
            this.place = place;
        }

        @Override
        public void run() {
            switch (kind) {
                case PLAN_STARTED -> plan.planStarted();
                case STARTED -> plan.executionStarted((TestIdentifier) subject, place);
                case SKIPPED -> plan.executionSkipped((TestIdentifier) subject, String.valueOf(detail));
                case FINISHED ->
                    plan.executionFinished((TestIdentifier) subject, (TestExecutionResult) given(detail), place);
                case ENTRY -> plan.reportingEntryPublished((TestIdentifier) subject, (ReportEntry) given(detail));
                case FILE -> plan.fileEntryPublished((TestIdentifier) subject, (FileEntry) given(detail));
                case PLAN_FINISHED -> plan.planFinished();
            }
        }
    }

    private final TestRecorder recorder;
    private final RunningPlan plan;

    /** The thread that told of the start of the plan. If the tests are not run in parallel, it tells of all. */
    private @Nullable Thread main;

    /** Where the main thread told of the end of a test, until it tells of a container. */
    private @Nullable Throwable lastEnd;

    EventForwarder(TestRecorder recorder, RunningPlan plan) {
        this.recorder = recorder;
        this.plan = plan;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        main = Thread.currentThread();
        forward(Kind.PLAN_STARTED, started, null);
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        forward(Kind.STARTED, identifier, null);
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        forward(Kind.SKIPPED, identifier, reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        forward(Kind.FINISHED, identifier, result);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        forward(Kind.ENTRY, identifier, entry);
    }

    @Override
    public void fileEntryPublished(TestIdentifier identifier, FileEntry file) {
        forward(Kind.FILE, identifier, file);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        forward(Kind.PLAN_FINISHED, finished, null);
    }

    private static Object given(@Nullable Object detail) {
        return Objects.requireNonNull(detail);
    }

    private void forward(Kind kind, Object subject, @Nullable Object detail) {
        recorder.apart(new Event(kind, subject, detail, place(kind, subject)));
    }

    /** Returns where an event is told of, if {@link LastEvents} needs that. */
    private @Nullable Throwable place(Kind kind, Object subject) {
        if (!(subject instanceof TestIdentifier identifier)) {
            return null;
        }
        Thread thread = Thread.currentThread();
        boolean test = identifier.isTest();
        if (thread == main && identifier.isContainer()) {
            lastEnd = null;
        }
        if (kind == Kind.FINISHED && test) {
            return end(thread, identifier);
        }
        return kind == Kind.STARTED && (!test || LastEvents.mayStealTasks(thread)) ? new Throwable("event") : null;
    }

    /**
     * Returns where the end of a test is told of. The main thread tells of the tests of one container at one depth of
     * its stack. A stack is not taken for each, as that takes longer than all else here.
     */
    private Throwable end(Thread thread, TestIdentifier test) {
        if (thread != main || test.isContainer()) {
            return new Throwable("event");
        }
        Throwable end = lastEnd;
        if (end == null) {
            end = new Throwable("event");
            lastEnd = end;
        }
        return end;
    }
}
