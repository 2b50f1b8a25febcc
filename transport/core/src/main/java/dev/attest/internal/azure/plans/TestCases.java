package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.TestCaseRemarks.Problem;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.spi.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links of results to Azure Test Plans. A result is linked to the first test case of its test that has
 * exactly one point in the plan of the settings. Without such a point, it is linked to the first test case that exists.
 *
 * <p>A permanent refusal costs the link, never the result. Any other failure, such as a wrong token, is thrown, because
 * a result is sent once and must wait for its link. Sends no requests while no test names a test case. Thread-safe.
 */
public final class TestCases {

    private static final List<Outcome> BY_SEVERITY =
            List.of(Outcome.SKIPPED, Outcome.PASSED, Outcome.NOT_STARTED, Outcome.ABORTED, Outcome.FAILED);

    private final PlanSettings settings;
    private final TestCaseItems items;
    private final TestPoints points;
    private final Remarks remarks;
    private final TestCaseRemarks problems;
    /**
     * The worst outcome by run and test point. The service shows the outcome of the last row of a point. If several
     * rows belong to one test case, as with parameters, only the worst of them may update the point.
     */
    private final Map<String, Outcome> worstOutcomes = new HashMap<>();

    private boolean itemsRefused;
    private boolean pointsRefused;

    public TestCases(AzureApi api, PlanSettings settings, Remarks remarks) {
        this.settings = settings;
        this.items = new TestCaseItems(api.forWorkItems());
        this.points = new TestPoints(api, settings);
        this.remarks = remarks;
        this.problems = new TestCaseRemarks(settings);
    }

    /** Returns the link of each result, in order. */
    public synchronized List<TestCaseLink> linksOf(String runId, List<Result> results) throws NotDeliveredException {
        Set<Integer> named = new LinkedHashSet<>();
        for (Result result : results) {
            named.addAll(result.test().links().testCases());
        }
        if (named.isEmpty()) {
            return Collections.nCopies(results.size(), TestCaseLink.NONE);
        }
        loadItems(named);
        loadPoints(named.stream().filter(this::mayExist).toList());
        return results.stream().map(result -> link(runId, result)).toList();
    }

    /** Returns the work item of a test case, or null if it does not exist or was not read. */
    synchronized @Nullable WorkItemDocument item(int testCase) {
        return items.of(testCase);
    }

    /** Adds a remark on a result that the service refused to link. */
    public void refused(Result result, String reason) {
        remarks.add("The result of " + result.test().id().qualifiedName()
                + " is not linked to a test case, because the service refused the link: " + reason);
    }

    /** Does not block while another thread waits for the service. */
    public List<String> remarks() {
        return problems.all();
    }

    private void loadItems(Collection<Integer> ids) throws NotDeliveredException {
        if (itemsRefused) {
            return;
        }
        try {
            items.load(ids);
        } catch (NotDeliveredException e) {
            if (e.delivery(false) instanceof Retry) {
                throw e;
            }
            itemsRefused = true;
            remarks.add("Results are linked to their test cases without a check. " + e.reason());
        }
    }

    private void loadPoints(Collection<Integer> ids) throws NotDeliveredException {
        if (!settings.planned() || pointsRefused) {
            return;
        }
        try {
            if (points.lacksSuite()) {
                pointsRefused = true;
                remarks.add("No test point gets an outcome: this server finds them by their suite only. Set"
                        + " attest.azure.suite to the suite that has them; those below it are not looked into.");
                return;
            }
            points.load(ids);
        } catch (NotDeliveredException e) {
            if (!e.refused()) {
                throw e;
            }
            pointsRefused = true;
            remarks.add("No test point gets an outcome; check attest.azure.plan and attest.azure.suite. " + e.reason());
        }
    }

    private boolean mayExist(int testCase) {
        return itemsRefused || items.of(testCase) != null;
    }

    private TestCaseLink link(String runId, Result result) {
        String test = result.test().id().qualifiedName();
        List<Integer> named = result.test().links().testCases();
        named.stream().filter(id -> !mayExist(id)).forEach(id -> problems.add(Problem.UNKNOWN, id, test));
        List<Integer> existing = named.stream().filter(this::mayExist).toList();
        if (existing.isEmpty()) {
            return TestCaseLink.NONE;
        }
        boolean planned = settings.planned() && !pointsRefused;
        List<Integer> withPoint = planned ? withOnePoint(existing, test) : existing;
        withPoint.stream().skip(1).forEach(id -> problems.add(Problem.NOT_FIRST, id, test));
        if (!planned || withPoint.isEmpty()) {
            return TestCaseLink.toCase(existing.get(0));
        }
        TestPoint point = points.of(withPoint.get(0)).get(0);
        return isWorst(runId, point, result.outcome())
                ? TestCaseLink.toPoint(point, revision(point.testCase()))
                : TestCaseLink.toCase(point.testCase());
    }

    private boolean isWorst(String runId, TestPoint point, Outcome outcome) {
        BinaryOperator<Outcome> worse = BinaryOperator.maxBy(Comparator.comparingInt(BY_SEVERITY::indexOf));
        return worstOutcomes.merge(runId + "/" + point.id(), outcome, worse) == outcome;
    }

    private List<Integer> withOnePoint(List<Integer> testCases, String test) {
        List<Integer> withPoint = new ArrayList<>();
        for (int testCase : testCases) {
            List<TestPoint> candidates = points.of(testCase);
            if (candidates.size() == 1) {
                withPoint.add(testCase);
            } else if (candidates.isEmpty()) {
                problems.add(Problem.NO_POINT, testCase, test);
            } else {
                List<String> shown = candidates.stream().map(TestPoint::shown).toList();
                problems.add(Problem.AMBIGUOUS, testCase, String.join("; ", shown));
            }
        }
        return withPoint;
    }

    private @Nullable Integer revision(int testCase) {
        WorkItemDocument item = items.of(testCase);
        return item == null ? null : item.rev();
    }
}
