package dev.attest.testng;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.Reporter;

/**
 * An event of TestNG, with what is known on its thread only. It is told on a thread without the static mocks of the
 * test. For the same reason it is an object of one class, loaded with the first event, not a lambda.
 */
final class Event {

    /** The kinds of events. The types of their parts go with the kind. */
    enum Kind {
        CONTEXT_STARTED,
        CONTEXT_FINISHED,
        CLASS_ENDED,
        FIXTURE_STARTED,
        FIXTURE_ENDED,
        FIXTURE_FAILED,
        ROWS_BEGIN,
        ROWS_FAILED,
        INVOKED,
        NEXT_TEST_STARTS,
        TEST_STARTED,
        TEST_ENDED,
        EXECUTION_ENDED
    }

    private final Kind kind;
    private final Object subject;
    private final @Nullable Object detail;

    /** The test or fixture that the thread runs, as TestNG says. */
    private final @Nullable ITestResult current = Reporter.getCurrentTestResult();

    Event(Kind kind, Object subject) {
        this(kind, subject, null);
    }

    Event(Kind kind, Object subject, @Nullable Object detail) {
        this.kind = kind;
        this.subject = subject;
        this.detail = detail;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Returns the test or fixture that this is about. */
    ITestResult result() {
        return (ITestResult) subject;
    }

    void tell(RunningExecution running) {
        switch (kind) {
            case CONTEXT_STARTED -> running.contextStarted((ITestContext) subject);
            case CONTEXT_FINISHED -> running.contextFinished((ITestContext) subject);
            case CLASS_ENDED -> running.classEnded();
            case FIXTURE_STARTED -> running.fixtureStarted(result(), (ITestNGMethod) detail);
            case FIXTURE_ENDED -> running.fixtureEnded(result());
            case FIXTURE_FAILED -> running.fixtureFailed(result());
            case ROWS_BEGIN ->
                running.rowsBegin((ITestNGMethod) subject, (ITestContext) Objects.requireNonNull(detail));
            case ROWS_FAILED ->
                running.rowsFailed((ITestNGMethod) subject, (RuntimeException) Objects.requireNonNull(detail));
            case INVOKED -> running.invoked(result());
            case NEXT_TEST_STARTS -> running.nextTestStarts();
            case TEST_STARTED -> running.testStarted(result());
            case TEST_ENDED -> running.testEnded(result(), current == subject);
            case EXECUTION_ENDED -> running.end();
        }
    }
}
