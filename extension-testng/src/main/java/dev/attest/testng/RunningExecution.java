package dev.attest.testng;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestRecorder;
import dev.attest.testng.TestOutcomes.TestOutcome;
import dev.attest.testng.ThreadState.Attempt;
import dev.attest.testng.ThreadState.Ending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.Reporter;

/**
 * Reports one execution while it runs. A thread runs {@code @BeforeMethod}, the test, {@code @AfterMethod}, and then
 * the next attempt if TestNG retries the test. A test is pending during its set-up, and ends after its tear-down,
 * although TestNG reports its result before. Thread-safe.
 */
final class RunningExecution {

    private final TestRecorder recorder;
    private final Identities identities;
    private final ScreenshotTrigger screenshots;
    private final TestOutcomes outcomes = new TestOutcomes();
    private final AtomicLong keys = new AtomicLong();
    private final Map<Thread, ThreadState> states = new ConcurrentHashMap<>();

    /** Tests that have not ended, by the ids of their results. */
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    private final DisabledTests disabled;

    RunningExecution(TestRecorder recorder, Identities identities, ScreenshotTrigger screenshots) {
        this.recorder = recorder;
        this.identities = identities;
        this.screenshots = screenshots;
        this.disabled = new DisabledTests(recorder, identities);
    }

    void contextStarted(ITestContext context) {
        recorder.planned(Stream.of(context.getAllTestMethods())
                .map(method -> identities.method(method, context))
                .toList());
        disabled.report(context);
    }

    void contextFinished(ITestContext context) {
        for (ThreadState state : states.values()) {
            Ending ending = state.ending();
            if (ending != null && ending.attempt().result().getTestContext() == context) {
                endTest(state);
            }
        }
    }

    /** @param upcoming the test to set up, or null for a fixture of several tests */
    void fixtureStarted(ITestResult fixture, @Nullable ITestNGMethod upcoming) {
        Fixture kind = Fixture.of(fixture.getMethod());
        if (fixture.getStatus() == ITestResult.SKIP || kind == Fixture.AFTER_METHOD) {
            return;
        }
        ThreadState state = state();
        endTest(state);
        if (kind == Fixture.BEFORE_METHOD && state.isPreparedFor(upcoming)) {
            return;
        }
        abandon(state);
        String key = newKey();
        state.prepare(key, kind == Fixture.BEFORE_METHOD ? upcoming : null);
        recorder.preparing(key);
    }

    void fixtureEnded(ITestResult fixture) {
        ThreadState state = state();
        String prepared = state.prepared();
        switch (Fixture.of(fixture.getMethod())) {
            case AFTER_METHOD -> tearDownEnded(fixture, state);
            case BEFORE_METHOD -> {
                if (prepared != null) {
                    output(prepared, fixture);
                }
            }
            default -> abandon(state);
        }
    }

    /** Gives a failed set-up what was recorded during it. What a failed tear-down recorded belongs to the test. */
    void fixtureFailed(ITestResult fixture) {
        outcomes.fixtureFailed(fixture);
        TestDescription failed = identities.fixture(fixture);
        Failure failure = TestOutcomes.failureOf(fixture.getThrowable());
        ThreadState state = state();
        boolean tearsDown = Fixture.of(fixture.getMethod()) == Fixture.AFTER_METHOD;
        String key = tearsDown ? null : state.takePrepared();
        if (key == null) {
            recorder.concluded(failed, Outcome.FAILED, failure);
        } else {
            recorder.started(key, failed, Identities.codeOf(fixture.getMethod()));
            output(key, fixture);
            recorder.finished(key, Outcome.FAILED, failure);
        }
        if (tearsDown) {
            tearDownEnded(fixture, state);
        }
    }

    void rowsBegin(ITestNGMethod method, ITestContext context) {
        ThreadState state = state();
        endTest(state);
        // A retry may call the data provider again, and then uses the row that failed.
        if (!state.isRetrying()) {
            identities.rowsBegin(method, context);
        }
    }

    void rowsFailed(ITestNGMethod method, RuntimeException failure) {
        outcomes.rowsFailed(method, failure);
    }

    void testStarted(ITestResult test) {
        ThreadState state = state();
        endTest(state);
        if (!state.isPreparedFor(test.getMethod())) {
            abandon(state);
        }
        String prepared = state.takePrepared();
        String key = prepared == null ? newKey() : prepared;
        Attempt failed = state.takeRetried();
        TestDescription description = failed != null && failed.isRetriedBy(test)
                ? identities.attempt(failed.test(), test)
                : identities.invocation(test);
        attempts.put(test.id(), new Attempt(key, description, test));
        recorder.started(key, description, Identities.codeOf(test.getMethod()));
    }

    /** Reports that a test or configuration method has run. Its result follows later. */
    void invoked(ITestResult result) {
        String key = keyOf(result);
        if (key != null) {
            screenshots.invoked(key, result);
        }
    }

    void testEnded(ITestResult test) {
        Attempt attempt = attempts.get(test.id());
        if (attempt == null) {
            TestOutcome outcome = outcomes.ofNotStarted(test);
            TestDescription method = identities.method(test.getMethod(), test.getTestContext());
            recorder.concluded(method, outcome.outcome(), outcome.failure());
            return;
        }
        recorder.stopped(attempt.key());
        ThreadState state = state();
        endTest(state);
        int tearDowns = test.getMethod().getTestClass().getAfterTestMethods().length;
        state.ending(new Ending(attempt, outcomes.of(test)), tearDowns);
        if (tearDowns == 0) {
            endTest(state);
        }
    }

    /** Ends the last test of a class, even if not all of its tear-down methods ran. */
    void classEnded() {
        endTest(state());
    }

    void end() {
        for (ThreadState state : states.values()) {
            endTest(state);
            abandon(state);
        }
        for (Attempt left : attempts.values()) {
            recorder.finished(left.key(), Outcome.ABORTED, Failure.because("TestNG ended before this test did."));
        }
        attempts.clear();
        states.clear();
    }

    private void tearDownEnded(ITestResult fixture, ThreadState state) {
        Ending ending = state.ending();
        if (ending != null) {
            outputOfTest(ending.attempt(), state);
            output(ending.attempt().key(), fixture);
            if (state.isTornDown()) {
                endTest(state);
            }
        }
    }

    private void endTest(ThreadState state) {
        Ending ending = state.takeEnding();
        if (ending == null) {
            return;
        }
        Attempt attempt = ending.attempt();
        TestOutcome outcome = ending.outcome();
        attempts.remove(attempt.result().id());
        outputOfTest(attempt, state);
        if (!outcome.comment().isEmpty()) {
            recorder.comment(attempt.key(), outcome.comment());
        }
        Failure failure = outcome.failure();
        if (outcome.retried() && failure != null) {
            state.retry(attempt);
            recorder.retried(attempt.key(), failure);
        } else {
            recorder.finished(attempt.key(), outcome.outcome(), failure);
        }
    }

    private @Nullable String keyOf(ITestResult result) {
        if (result.getMethod().isTest()) {
            Attempt attempt = attempts.get(result.id());
            return attempt == null ? null : attempt.key();
        }
        ThreadState state = state();
        Ending ending = state.ending();
        return ending == null ? state.prepared() : ending.attempt().key();
    }

    private void abandon(ThreadState state) {
        String prepared = state.takePrepared();
        if (prepared != null) {
            recorder.abandoned(prepared);
        }
    }

    /** Reports the log of a test before its tear-down, and again what listeners log until it has ended. */
    private void outputOfTest(Attempt attempt, ThreadState state) {
        output(attempt.key(), state.unreadLines(Reporter.getOutput(attempt.result())));
    }

    private void output(String key, ITestResult from) {
        output(key, Reporter.getOutput(from));
    }

    private void output(String key, List<String> lines) {
        for (String line : lines) {
            recorder.output(key, line + "\n");
        }
    }

    private ThreadState state() {
        return states.computeIfAbsent(Thread.currentThread(), thread -> new ThreadState());
    }

    private String newKey() {
        return "testng-" + keys.incrementAndGet();
    }
}
