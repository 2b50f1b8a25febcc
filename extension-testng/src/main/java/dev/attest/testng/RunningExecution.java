package dev.attest.testng;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestRecorder;
import dev.attest.testng.TestOutcomes.TestOutcome;
import dev.attest.testng.ThreadState.Attempt;
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
 * the next attempt if TestNG retries the test. A test is pending during its set-up. It ends with the next event of its
 * thread, its class or its context that is not of its tear-down: until then listeners and the tear-down may change the
 * status that TestNG has reported. Thread-safe.
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
    private final ReporterLog log;

    RunningExecution(TestRecorder recorder, Identities identities, ScreenshotTrigger screenshots) {
        this.recorder = recorder;
        this.identities = identities;
        this.screenshots = screenshots;
        this.disabled = new DisabledTests(recorder, identities);
        this.log = new ReporterLog(recorder);
    }

    /** Takes an event from the thread of a test. */
    void take(Event event) {
        recorder.apart(new Telling(event));
        if (event.is(Event.Kind.INVOKED)) {
            String key = keyOf(event.result());
            if (key != null) {
                screenshots.invoked(key, event.result());
            }
        }
    }

    private final class Telling implements Runnable {

        private final Event event;

        Telling(Event event) {
            this.event = event;
        }

        @Override
        public void run() {
            event.tell(RunningExecution.this);
        }
    }

    void contextStarted(ITestContext context) {
        recorder.planned(Stream.of(context.getAllTestMethods())
                .map(method -> identities.method(method, context))
                .toList());
        disabled.report(context);
    }

    void contextFinished(ITestContext context) {
        for (ThreadState state : states.values()) {
            Attempt ending = state.ending();
            if (ending != null && ending.result().getTestContext() == context) {
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
                    log.of(fixture, prepared);
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
            Attempt attempt = new Attempt(key, failed, fixture);
            attempts.put(fixture.id(), attempt);
            reportEnd(attempt, new TestOutcome(Outcome.FAILED, failure), state);
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
        if (attempts.containsKey(test.id())) {
            return;
        }
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
        Attempt attempt = new Attempt(key, description, test);
        attempts.put(test.id(), attempt);
        state.begin(attempt);
        recorder.started(key, description, Identities.codeOf(test.getMethod()));
    }

    /**
     * Reports the start of a test in whose start TestNG calls another listener before this one. A test that TestNG
     * skips is not known yet: what the listener attaches waits for the next start on this thread.
     *
     * <p>Called on the thread of the test, before anything else is asked about it.
     */
    void startIfTestNgDoes() {
        ITestResult starting = Reporter.getCurrentTestResult();
        if (starting != null
                && starting.getStatus() == ITestResult.STARTED
                && starting.getMethod().isTest()
                && !attempts.containsKey(starting.id())) {
            take(new Event(Event.Kind.TEST_STARTED, starting));
            return;
        }
        ThreadState state = states.get(Thread.currentThread());
        if ((state == null || state.isIdle()) && StartOfTest.isOnTheStack()) {
            take(new Event(Event.Kind.NEXT_TEST_STARTS, this));
        }
    }

    void nextTestStarts() {
        ThreadState state = state();
        endTest(state);
        String key = newKey();
        state.prepareNext(key);
        recorder.preparing(key);
    }

    /** Reports that a test or configuration method has run. Its result follows later. */
    void invoked(ITestResult result) {
        if (result.getMethod().isTest() && !attempts.containsKey(result.id())) {
            // Another listener threw when the test started, and TestNG did not tell this one of the start.
            testStarted(result);
        }
    }

    /** @param current whether TestNG still runs this test on the thread */
    void testEnded(ITestResult test, boolean current) {
        ThreadState state = state();
        Attempt attempt = attempts.get(test.id());
        if (attempt == null && current) {
            // TestNG tells of a start by this event if another listener changed the status when the test started.
            testStarted(test);
            return;
        }
        Attempt last = state.current();
        if (attempt == null && last != null && last.isReplacedBy(test)) {
            attempt = replaceResult(state, last, test);
        }
        if (attempt == null) {
            endTest(state);
            TestOutcome outcome = outcomes.ofNotStarted(test);
            TestDescription method = identities.method(test.getMethod(), test.getTestContext());
            recorder.concluded(method, outcome.outcome(), outcome.failure());
            return;
        }
        if (!attempt.equals(state.ending())) {
            endTest(state);
        }
        reportEnd(attempt, outcomes.of(test), state);
    }

    private void reportEnd(Attempt attempt, TestOutcome outcome, ThreadState state) {
        state.ended(attempt);
        recorder.stopped(attempt.key(), outcome.outcome(), outcome.failure());
    }

    private Attempt replaceResult(ThreadState state, Attempt first, ITestResult test) {
        log.ofTest(first, state);
        attempts.remove(first.result().id());
        Attempt second = new Attempt(first.key(), first.test(), test);
        attempts.put(test.id(), second);
        state.begin(second);
        return second;
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
            TestOutcome outcome = outcomes.ofLeft(left.result());
            recorder.finished(left.key(), outcome.outcome(), outcome.failure());
        }
        attempts.clear();
        states.clear();
    }

    private void tearDownEnded(ITestResult fixture, ThreadState state) {
        Attempt ending = state.ending();
        if (ending != null) {
            log.ofTest(ending, state);
            log.of(fixture, ending.key());
        }
    }

    private void endTest(ThreadState state) {
        Attempt attempt = state.takeEnding();
        if (attempt == null) {
            return;
        }
        TestOutcome outcome = outcomes.of(attempt.result());
        attempts.remove(attempt.result().id());
        log.ofTest(attempt, state);
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
        ThreadState state = states.get(recorder.thread());
        if (state == null) {
            return null;
        }
        Attempt ending = state.ending();
        return ending == null ? state.prepared() : ending.key();
    }

    private void abandon(ThreadState state) {
        String prepared = state.takePrepared();
        if (prepared != null) {
            recorder.abandoned(prepared);
        }
    }

    private ThreadState state() {
        return states.computeIfAbsent(recorder.thread(), thread -> new ThreadState());
    }

    private String newKey() {
        return "testng-" + keys.incrementAndGet();
    }
}
