package dev.attest.testng;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestRecorder;
import dev.attest.testng.Lane.Attempt;
import dev.attest.testng.Lane.Ending;
import dev.attest.testng.Verdicts.Verdict;
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
 * Reports one execution while it runs. What a thread does belongs together: {@code @BeforeMethod}, the test,
 * {@code @AfterMethod}, and then the next attempt if TestNG tries the test again. So a test is prepared with its
 * set-up, and ends once its tear-down is over: TestNG tells the result before. Thread-safe.
 */
final class RunningExecution {

    private final TestRecorder recorder;
    private final Identities identities;
    private final Moments moments;
    private final Verdicts verdicts = new Verdicts();
    private final AtomicLong keys = new AtomicLong();
    private final Map<Thread, Lane> lanes = new ConcurrentHashMap<>();

    /** Tests that have not ended, by the ids of their results. */
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    private final DisabledTests disabled;

    RunningExecution(TestRecorder recorder, Identities identities, Moments moments) {
        this.recorder = recorder;
        this.identities = identities;
        this.moments = moments;
        this.disabled = new DisabledTests(recorder, identities);
    }

    void contextStarted(ITestContext context) {
        recorder.planned(Stream.of(context.getAllTestMethods())
                .map(method -> identities.method(method, context))
                .toList());
        disabled.report(context);
    }

    void contextFinished(ITestContext context) {
        for (Lane lane : lanes.values()) {
            Ending ending = lane.ending();
            if (ending != null && ending.attempt().result().getTestContext() == context) {
                endTest(lane);
            }
        }
    }

    /** @param upcoming the test that it is for, or null if it is for many */
    void fixtureStarted(ITestResult fixture, @Nullable ITestNGMethod upcoming) {
        Fixture kind = Fixture.of(fixture.getMethod());
        if (fixture.getStatus() == ITestResult.SKIP || kind == Fixture.AFTER_METHOD) {
            return;
        }
        Lane lane = lane();
        endTest(lane);
        if (kind == Fixture.BEFORE_METHOD && lane.isPreparedFor(upcoming)) {
            return;
        }
        abandon(lane);
        String key = newKey();
        lane.prepare(key, kind == Fixture.BEFORE_METHOD ? upcoming : null);
        recorder.preparing(key);
    }

    void fixtureEnded(ITestResult fixture) {
        Lane lane = lane();
        String prepared = lane.prepared();
        switch (Fixture.of(fixture.getMethod())) {
            case AFTER_METHOD -> tearDownEnded(fixture, lane);
            case BEFORE_METHOD -> {
                if (prepared != null) {
                    output(prepared, fixture);
                }
            }
            default -> abandon(lane);
        }
    }

    /** What was set up until then explains the failure, and belongs to it; what was torn down belongs to the test. */
    void fixtureFailed(ITestResult fixture) {
        verdicts.fixtureFailed(fixture);
        TestDescription failed = identities.fixture(fixture);
        Failure failure = Verdicts.failureOf(fixture.getThrowable());
        Lane lane = lane();
        boolean tearsDown = Fixture.of(fixture.getMethod()) == Fixture.AFTER_METHOD;
        String key = tearsDown ? null : lane.takePrepared();
        if (key == null) {
            recorder.concluded(failed, Outcome.FAILED, failure);
        } else {
            recorder.started(key, failed, Identities.codeOf(fixture.getMethod()));
            output(key, fixture);
            recorder.finished(key, Outcome.FAILED, failure);
        }
        if (tearsDown) {
            tearDownEnded(fixture, lane);
        }
    }

    void rowsBegin(ITestNGMethod method, ITestContext context) {
        Lane lane = lane();
        endTest(lane);
        // A retry may ask for all rows again, and then takes the one that failed.
        if (!lane.isRetrying()) {
            identities.rowsBegin(method, context);
        }
    }

    void rowsFailed(ITestNGMethod method, RuntimeException failure) {
        verdicts.rowsFailed(method, failure);
    }

    void testStarted(ITestResult test) {
        Lane lane = lane();
        endTest(lane);
        if (!lane.isPreparedFor(test.getMethod())) {
            abandon(lane);
        }
        String prepared = lane.takePrepared();
        String key = prepared == null ? newKey() : prepared;
        Attempt failed = lane.takeRetried();
        TestDescription description = failed != null && failed.precedes(test)
                ? identities.attempt(failed.test(), test)
                : identities.invocation(test);
        attempts.put(test.id(), new Attempt(key, description, test));
        recorder.started(key, description, Identities.codeOf(test.getMethod()));
    }

    /** Reports that a method of any kind has run; what becomes of it is told later. */
    void invoked(ITestResult result) {
        String key = keyOf(result);
        if (key != null) {
            moments.invoked(key, result);
        }
    }

    void testEnded(ITestResult test) {
        Attempt attempt = attempts.get(test.id());
        if (attempt == null) {
            Verdict verdict = verdicts.withoutStart(test);
            TestDescription method = identities.method(test.getMethod(), test.getTestContext());
            recorder.concluded(method, verdict.outcome(), verdict.failure());
            return;
        }
        recorder.stopped(attempt.key());
        Lane lane = lane();
        endTest(lane);
        int tearDowns = test.getMethod().getTestClass().getAfterTestMethods().length;
        lane.ending(new Ending(attempt, verdicts.of(test)), tearDowns);
        if (tearDowns == 0) {
            endTest(lane);
        }
    }

    /** Ends the last test of a class, though not every method that may tear down did. */
    void classEnded() {
        endTest(lane());
    }

    /** Ends what is left. */
    void end() {
        for (Lane lane : lanes.values()) {
            endTest(lane);
            abandon(lane);
        }
        for (Attempt left : attempts.values()) {
            recorder.finished(left.key(), Outcome.ABORTED, Failure.because("TestNG ended before this test did."));
        }
        attempts.clear();
        lanes.clear();
    }

    private void tearDownEnded(ITestResult fixture, Lane lane) {
        Ending ending = lane.ending();
        if (ending != null) {
            outputOfTest(ending.attempt(), lane);
            output(ending.attempt().key(), fixture);
            if (lane.isTornDown()) {
                endTest(lane);
            }
        }
    }

    private void endTest(Lane lane) {
        Ending ending = lane.takeEnding();
        if (ending == null) {
            return;
        }
        Attempt attempt = ending.attempt();
        Verdict verdict = ending.verdict();
        attempts.remove(attempt.result().id());
        outputOfTest(attempt, lane);
        if (!verdict.comment().isEmpty()) {
            recorder.comment(attempt.key(), verdict.comment());
        }
        Failure failure = verdict.failure();
        if (verdict.retried() && failure != null) {
            lane.retry(attempt);
            recorder.retried(attempt.key(), failure);
        } else {
            recorder.finished(attempt.key(), verdict.outcome(), failure);
        }
    }

    private @Nullable String keyOf(ITestResult result) {
        if (result.getMethod().isTest()) {
            Attempt attempt = attempts.get(result.id());
            return attempt == null ? null : attempt.key();
        }
        Lane lane = lane();
        Ending ending = lane.ending();
        return ending == null ? lane.prepared() : ending.attempt().key();
    }

    private void abandon(Lane lane) {
        String prepared = lane.takePrepared();
        if (prepared != null) {
            recorder.abandoned(prepared);
        }
    }

    /** Reports what a test logged before it is torn down, and again what listeners log of it until it has ended. */
    private void outputOfTest(Attempt attempt, Lane lane) {
        output(attempt.key(), lane.unread(Reporter.getOutput(attempt.result())));
    }

    private void output(String key, ITestResult from) {
        output(key, Reporter.getOutput(from));
    }

    private void output(String key, List<String> lines) {
        for (String line : lines) {
            recorder.output(key, line + "\n");
        }
    }

    private Lane lane() {
        return lanes.computeIfAbsent(Thread.currentThread(), thread -> new Lane());
    }

    private String newKey() {
        return "testng-" + keys.incrementAndGet();
    }
}
