package dev.attest.junit5;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestRecorder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports one plan while it runs, and makes good what the Platform leaves out: it says nothing about the tests of a
 * container that failed or was skipped.
 *
 * <p>Known by their unique ids, which the events of a test share whatever thread they come on. A plan runs each once; a
 * rerun is a plan of its own.
 */
final class RunningPlan implements TestExecutionListener {

    /** Keys of what JUnit itself captured when asked to: not words of the test. */
    private static final Set<String> CAPTURED = Set.of("stdout", "stderr");

    private final TestPlan plan;
    private final TestRecorder recorder;
    private final Predicate<String> spokenFor;
    private final SurefireReruns reruns;

    /** Tests and containers that began, were skipped, or were given up. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /**
     * @param spokenFor tells of an engine whether somebody else reports its tests
     * @param reruns of this and other plans
     */
    RunningPlan(TestPlan plan, TestRecorder recorder, Predicate<String> spokenFor, SurefireReruns reruns) {
        this.reruns = reruns;
        this.plan = plan;
        this.recorder = recorder;
        this.spokenFor = spokenFor;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        recorder.planned(plan.getRoots().stream()
                .flatMap(engine -> plan.getDescendants(engine).stream())
                .filter(each -> isLeaf(each) && !isReportedElsewhere(each))
                .map(each -> described(Lineage.of(each, plan)))
                .toList());
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (isReportedElsewhere(identifier)) {
            return;
        }
        seen.add(identifier.getUniqueId());
        if (identifier.isTest()) {
            running.add(identifier.getUniqueId());
            Lineage lineage = Lineage.of(identifier, plan);
            recorder.started(identifier.getUniqueId(), described(lineage), lineage.code());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        if (!isReportedElsewhere(identifier)) {
            skip(identifier, Failure.because(reason));
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (isReportedElsewhere(identifier)) {
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> finished(identifier, Outcome.PASSED, null);
            case ABORTED -> aborted(identifier, result);
            case FAILED -> failed(identifier, failureOf(result));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        if (running.contains(identifier.getUniqueId())) {
            entry.getKeyValuePairs().forEach((key, value) -> comment(identifier.getUniqueId(), key, value));
        }
    }

    @Override
    public void fileEntryPublished(TestIdentifier identifier, FileEntry file) {
        if (running.contains(identifier.getUniqueId())) {
            recorder.attach(identifier.getUniqueId(), file.getPath(), null);
        } else {
            recorder.attachToRun(file.getPath(), null);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        for (String key : running) {
            recorder.finished(key, Outcome.ABORTED, Failure.because("The plan of tests ended before this test did."));
        }
        Failure silence = Failure.because("Not started: discovered, but nothing was heard of it until the plan ended.");
        for (TestIdentifier engine : plan.getRoots()) {
            giveUp(engine, Outcome.NOT_STARTED, silence);
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

    /** An attempt that another will follow is aborted because of what failed, or else because an assumption was. */
    private @Nullable Throwable failureOfAttempt(TestIdentifier identifier, TestExecutionResult result) {
        Throwable aborted = result.getThrowable().orElse(null);
        Throwable cause = aborted == null ? null : aborted.getCause();
        if (aborted == null || cause == null || cause.getClass() == aborted.getClass()) {
            return null;
        }
        return Lineage.of(identifier, plan).isAttempt() ? cause : null;
    }

    private void failed(TestIdentifier identifier, Failure failure) {
        if (identifier.isTest()) {
            if (reruns.willFollow(identifier.getUniqueId())) {
                retried(identifier, failure);
            } else {
                finished(identifier, Outcome.FAILED, failure);
            }
            return;
        }
        boolean begun = plan.getDescendants(identifier).stream().anyMatch(each -> seen.contains(each.getUniqueId()));
        Lineage container = Lineage.of(identifier, plan);
        TestDescription fixture = recorder.links().fixture(container.fixture(begun), container.code());
        fixtureFailed(identifier.getUniqueId(), fixture, failure);
        giveUp(identifier, Outcome.NOT_STARTED, Failure.because(container.blame(begun) + failure.message()));
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
        if (running.remove(identifier.getUniqueId())) {
            recorder.finished(identifier.getUniqueId(), outcome, failure);
        } else if (isPrepared(identifier.getUniqueId())) {
            // An extension has mended what failed around the tests: the pictures of it belong to none of them.
            recorder.abandoned(identifier.getUniqueId());
        }
    }

    /** Returns whether there may be pictures of what failed in a container: since then this thread works for it. */
    private boolean isPrepared(String container) {
        return recorder.current().filter(container::equals).isPresent();
    }

    private void retried(TestIdentifier identifier, Failure failure) {
        if (running.remove(identifier.getUniqueId())) {
            recorder.retried(identifier.getUniqueId(), failure);
        }
    }

    /** Also for a template or factory that has no tests yet, and never will: it stands for them. */
    private void skip(TestIdentifier identifier, Failure reason) {
        seen.add(identifier.getUniqueId());
        if (isLeaf(identifier)) {
            conclude(identifier, Outcome.SKIPPED, reason);
        }
        giveUp(identifier, Outcome.SKIPPED, reason);
    }

    private void giveUp(TestIdentifier container, Outcome outcome, Failure reason) {
        for (TestIdentifier each : plan.getDescendants(container)) {
            if (isLeaf(each) && !isReportedElsewhere(each) && seen.add(each.getUniqueId())) {
                conclude(each, outcome, reason);
            }
        }
    }

    private void conclude(TestIdentifier identifier, Outcome outcome, Failure reason) {
        recorder.concluded(described(Lineage.of(identifier, plan)), outcome, reason);
    }

    private TestDescription described(Lineage lineage) {
        return recorder.links().test(lineage.test(), lineage.code(), lineage.titles());
    }

    private boolean isReportedElsewhere(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getSegments().stream()
                .anyMatch(step -> step.getType().equals("engine") && spokenFor.test(step.getValue()));
    }

    private boolean isLeaf(TestIdentifier identifier) {
        return identifier.isTest() || (plan.getChildren(identifier).isEmpty() && !Lineage.isEngine(identifier));
    }

    private static Failure failureOf(TestExecutionResult result) {
        return result.getThrowable().map(Failure::of).orElseGet(() -> Failure.because("Failed, for no reason given."));
    }

    /** An assumption that did not hold is explained by its message: its trace says nothing more. */
    private static Failure reasonOf(TestExecutionResult result) {
        return Failure.because(result.getThrowable()
                .map(thrown -> Failure.of(thrown).message())
                .orElse("Aborted, for no reason given."));
    }
}
