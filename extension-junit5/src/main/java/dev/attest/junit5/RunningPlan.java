package dev.attest.junit5;

import dev.attest.junit5.ClassFixtures.Phase;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports one plan while it runs. Also reports the tests of a container that failed or was skipped, which the Platform
 * omits.
 *
 * <p>Events are matched by unique id, because they may come on different threads. A plan runs each test once; a rerun
 * is a separate plan.
 */
final class RunningPlan {

    /** Keys of output that JUnit captured; it is not a comment of the test. */
    private static final Set<String> CAPTURED = Set.of("stdout", "stderr");

    private final TestPlan plan;
    private final TestNodes nodes;
    private final TestRecorder recorder;
    private final ReportingSession reporting;
    private final SurefireReruns reruns;

    /**
     * Tests and containers that began, were skipped, or were not started. Not by their texts, which would stay in
     * memory for each test until the end.
     */
    private final Set<UniqueId> reported = ConcurrentHashMap.newKeySet();

    /** The keys of running tests. */
    private final Map<UniqueId, String> running = new ConcurrentHashMap<>();

    private final LastEvents last;

    /** What was found of tests when the plan began, until they start. */
    private final Map<UniqueId, DescribedTest> planned = new ConcurrentHashMap<>();

    /**
     * Tests that may turn out to be containers, such as a feature of Spock with rows: those have a result only if they
     * fail themselves.
     */
    private final Map<UniqueId, TestIdentifier> undecided = new ConcurrentHashMap<>();

    /**
     * @param reporting knows whether another adapter reports the tests of an engine
     * @param reruns reruns of this and other plans
     */
    RunningPlan(TestPlan plan, TestRecorder recorder, ReportingSession reporting, SurefireReruns reruns) {
        this.reruns = reruns;
        this.plan = plan;
        this.nodes = new TestNodes(plan);
        this.recorder = recorder;
        this.last = new LastEvents(recorder);
        this.reporting = reporting;
    }

    void planStarted() {
        recorder.addLookup(last);
        List<TestDescription> tests = new ArrayList<>();
        for (TestIdentifier engine : plan.getRoots()) {
            describeAllIn(engine, tests);
        }
        recorder.planned(tests);
    }

    private void describeAllIn(TestIdentifier container, List<TestDescription> tests) {
        for (TestIdentifier each : plan.getChildren(container)) {
            if (isLeaf(each) && !isReportedElsewhere(each)) {
                DescribedTest test = described(each);
                tests.add(test.test());
                planned.put(each.getUniqueIdObject(), test);
            }
            describeAllIn(each, tests);
        }
    }

    /** @param place where the Platform told of it, as {@link LastEvents#next} needs it */
    void executionStarted(TestIdentifier identifier, @Nullable Throwable place) {
        last.next(place);
        if (isReportedElsewhere(identifier)) {
            return;
        }
        reported.add(identifier.getUniqueIdObject());
        if (!undecided.isEmpty()) {
            TestIdentifier parent = plan.getParent(identifier).orElse(null);
            if (parent != null) {
                foundToBeContainer(parent);
            }
        }
        if (identifier.isTest() && identifier.isContainer()) {
            undecided.put(identifier.getUniqueIdObject(), identifier);
            recorder.preparing(identifier.getUniqueId());
        } else if (identifier.isTest()) {
            begin(identifier);
            last.testStarted();
        } else {
            last.containerStarted(identifier.getUniqueId());
        }
    }

    void executionSkipped(TestIdentifier identifier, String reason) {
        last.next(null);
        if (!isReportedElsewhere(identifier)) {
            skip(identifier, Failure.because(reason));
        }
    }

    /** @param place where the Platform told of it, as {@link LastEvents#next} needs it */
    void executionFinished(TestIdentifier identifier, TestExecutionResult result, @Nullable Throwable place) {
        last.next(place);
        if (identifier.isContainer()) {
            last.containerFinished(identifier.getUniqueId());
        }
        if (isReportedElsewhere(identifier)) {
            return;
        }
        beginIfUndecided(identifier);
        switch (result.getStatus()) {
            case SUCCESSFUL -> finished(identifier, Outcome.PASSED, null);
            case ABORTED -> aborted(identifier, result);
            case FAILED -> failed(identifier, failureOf(result));
        }
    }

    void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        String test = running.get(identifier.getUniqueIdObject());
        if (test != null) {
            for (Map.Entry<String, String> each : entry.getKeyValuePairs().entrySet()) {
                comment(test, each.getKey(), each.getValue());
            }
        }
    }

    void fileEntryPublished(TestIdentifier identifier, FileEntry file) {
        String test = running.get(identifier.getUniqueIdObject());
        if (test != null) {
            recorder.attach(test, file.getPath(), null);
        } else {
            recorder.attachToRun(file.getPath(), null);
        }
    }

    void planFinished() {
        last.planFinished();
        recorder.removeLookup(last);
        for (TestIdentifier each : undecided.values()) {
            beginIfUndecided(each);
        }
        for (String key : running.values()) {
            recorder.finished(key, Outcome.ABORTED, Failure.because("The plan of tests ended before this test did."));
        }
        Failure silent = Failure.because("Not started: discovered, but nothing was heard of it until the plan ended.");
        for (TestIdentifier engine : plan.getRoots()) {
            concludeRest(engine, Outcome.NOT_STARTED, silent);
        }
    }

    private void begin(TestIdentifier test) {
        DescribedTest known = planned.remove(test.getUniqueIdObject());
        DescribedTest described = known == null ? described(test) : known;
        running.put(test.getUniqueIdObject(), described.key());
        recorder.started(described.key(), described.test(), described.code());
    }

    private void beginIfUndecided(TestIdentifier test) {
        if (undecided.remove(test.getUniqueIdObject(), test)) {
            begin(test);
        }
    }

    private void foundToBeContainer(TestIdentifier parent) {
        if (undecided.remove(parent.getUniqueIdObject()) != null) {
            recorder.abandoned(parent.getUniqueId());
        }
    }

    private void comment(String test, String key, String value) {
        if (!CAPTURED.contains(key)) {
            (key + ": " + value).lines().forEach(line -> recorder.comment(test, line));
        }
    }

    private void aborted(TestIdentifier identifier, TestExecutionResult result) {
        Throwable failed = failureOfAttempt(identifier, result);
        if (failed != null) {
            retried(identifier, Failure.of(failed));
        } else if (identifier.isTest()) {
            finished(identifier, Outcome.SKIPPED, reasonOf(result));
        } else {
            skip(identifier, reasonOf(result));
        }
    }

    /**
     * Returns the failure of an attempt that will be retried, else null. Such an attempt is aborted with the failure as
     * its cause. If an assumption failed, the cause is another abort.
     */
    private @Nullable Throwable failureOfAttempt(TestIdentifier identifier, TestExecutionResult result) {
        Throwable aborted = result.getThrowable().orElse(null);
        Throwable cause = aborted == null ? null : aborted.getCause();
        if (aborted == null || cause == null || cause.getClass() == aborted.getClass()) {
            return null;
        }
        return nodes.of(identifier).isAttempt() ? cause : null;
    }

    private void failed(TestIdentifier identifier, Failure failure) {
        if (identifier.isTest()) {
            if (!plan.getChildren(identifier).isEmpty() && !running.containsKey(identifier.getUniqueIdObject())) {
                conclude(identifier, Outcome.FAILED, failure);
            } else if (reruns.willRerun(identifier.getUniqueId())) {
                retried(identifier, failure);
            } else {
                finished(identifier, Outcome.FAILED, failure);
            }
            return;
        }
        Phase phase = phaseOf(identifier);
        failRunning(identifier, failure);
        TestNode container = nodes.of(identifier);
        TestDescription fixture = recorder.links().fixture(container.fixture(phase), container.code());
        fixtureFailed(identifier.getUniqueId(), fixture, failure);
        Failure reason = Failure.because(container.notStartedMessage(phase) + failure.message());
        concludeRest(identifier, Outcome.NOT_STARTED, reason);
    }

    private Phase phaseOf(TestIdentifier failed) {
        Phase phase = Phase.BEFORE;
        boolean unfinished = false;
        for (TestIdentifier each : plan.getDescendants(failed)) {
            if (reported.contains(each.getUniqueIdObject())) {
                phase = Phase.AFTER;
            }
            unfinished |= isUnreported(each) || running.containsKey(each.getUniqueIdObject());
        }
        return phase == Phase.AFTER && unfinished ? Phase.DURING : phase;
    }

    /** Fails the tests whose container ends before they do. The Platform reports nothing else of them. */
    private void failRunning(TestIdentifier container, Failure failure) {
        if (TestNode.isEngine(container)) {
            return;
        }
        for (TestIdentifier each : plan.getDescendants(container)) {
            String key = running.remove(each.getUniqueIdObject());
            if (key != null) {
                recorder.finished(key, Outcome.FAILED, failure);
            }
        }
    }

    private boolean isUnreported(TestIdentifier identifier) {
        return !reported.contains(identifier.getUniqueIdObject())
                && isLeaf(identifier)
                && !isReportedElsewhere(identifier);
    }

    private void fixtureFailed(String key, TestDescription fixture, Failure failure) {
        if (isPrepared(key)) {
            recorder.started(key, fixture);
            recorder.finished(key, Outcome.FAILED, failure);
        } else {
            recorder.concluded(fixture, Outcome.FAILED, failure);
        }
    }

    private void finished(TestIdentifier identifier, Outcome outcome, @Nullable Failure failure) {
        String key = running.remove(identifier.getUniqueIdObject());
        if (key != null) {
            last.testFinished(key, outcome, failure, false);
        } else if (isPrepared(identifier.getUniqueId())) {
            // An extension has handled the failure, so the screenshots belong to no test.
            recorder.abandoned(identifier.getUniqueId());
        }
    }

    /** Returns whether there may be screenshots of a failure in a container: this thread works for it since then. */
    private boolean isPrepared(String container) {
        return container.equals(recorder.innermost());
    }

    private void retried(TestIdentifier identifier, Failure failure) {
        String key = running.remove(identifier.getUniqueIdObject());
        if (key != null) {
            last.testFinished(key, Outcome.FAILED, failure, true);
        }
    }

    /** Also reports a template or factory without tests, which stands for all of them. */
    private void skip(TestIdentifier identifier, Failure reason) {
        reported.add(identifier.getUniqueIdObject());
        if (isLeaf(identifier)) {
            conclude(identifier, Outcome.SKIPPED, reason);
        }
        concludeRest(identifier, Outcome.SKIPPED, reason);
    }

    /** Child by child: at the end of a plan, a set of all descendants would take longer than all that is left to do. */
    private void concludeRest(TestIdentifier container, Outcome outcome, Failure reason) {
        for (TestIdentifier each : plan.getChildren(container)) {
            if (isUnreported(each) && reported.add(each.getUniqueIdObject())) {
                conclude(each, outcome, reason);
            }
            concludeRest(each, outcome, reason);
        }
    }

    private void conclude(TestIdentifier identifier, Outcome outcome, Failure reason) {
        planned.remove(identifier.getUniqueIdObject());
        recorder.concluded(described(identifier).test(), outcome, reason);
    }

    private DescribedTest described(TestIdentifier identifier) {
        return nodes.describe(identifier, recorder.links());
    }

    private boolean isReportedElsewhere(TestIdentifier identifier) {
        for (String engine : nodes.enginesOf(identifier)) {
            if (reporting.isEngineClaimed(engine)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeaf(TestIdentifier identifier) {
        return plan.getChildren(identifier).isEmpty() && !TestNode.isEngine(identifier);
    }

    private static Failure failureOf(TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        return thrown == null ? Failure.because("Failed, for no reason given.") : Failure.of(thrown);
    }

    /** An assumption that failed is explained by its message alone. */
    private static Failure reasonOf(TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        return thrown == null ? Failure.because("Aborted, for no reason given.") : Failure.becauseOf(thrown);
    }
}
