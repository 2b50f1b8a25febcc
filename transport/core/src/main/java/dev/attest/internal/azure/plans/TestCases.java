package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what results are of in Azure Test Plans: the first test case of their test that has exactly one point in the
 * plan that is set, else the first that exists. What the service refuses to tell costs the link, never the result. Asks
 * nothing as long as no test names a test case. Thread-safe.
 */
public final class TestCases {

    private final PlanSettings settings;
    private final TestCaseItems items;
    private final TestPoints points;
    private final Remarks remarks;
    private final TestCaseRemarks found;
    private final PointOutcomes outcomes = new PointOutcomes();
    private boolean itemsRefused;
    private boolean pointsRefused;

    public TestCases(AzureApi api, PlanSettings settings, Remarks remarks) {
        this.settings = settings;
        this.items = new TestCaseItems(api.forWorkItems());
        this.points = new TestPoints(api, settings);
        this.remarks = remarks;
        this.found = new TestCaseRemarks(settings);
    }

    /** Returns what each result is of, in order. */
    public synchronized List<TestCaseLink> linksOf(String runId, List<Result> results) throws NotDeliveredException {
        Set<Integer> named = new LinkedHashSet<>();
        results.forEach(result -> named.addAll(result.test().links().testCases()));
        if (!named.isEmpty()) {
            loadItems(named);
            loadPoints(named.stream().filter(this::possiblyApplied).toList());
        }
        List<TestCaseLink> links = new ArrayList<>();
        for (Result result : results) {
            links.add(link(runId, result));
        }
        return links;
    }

    /** Returns the work item of a test case; null if there is none, or it was not read. */
    synchronized @Nullable WorkItemDocument item(int testCase) {
        return items.of(testCase);
    }

    /** Notes that the service does not take a result with its link. */
    public void refused(Result result, String reason) {
        remarks.add("The result of " + result.test().id().qualifiedName()
                + " is of no test case, as the service refused that: " + reason);
    }

    /** Never waits for those that ask the service meanwhile. */
    public List<String> remarks() {
        return found.all();
    }

    private void loadItems(Collection<Integer> ids) throws NotDeliveredException {
        if (itemsRefused) {
            return;
        }
        try {
            items.load(ids);
        } catch (NotDeliveredException e) {
            requireRefused(e);
            itemsRefused = true;
            remarks.add("Results name their test cases unchecked. " + e.reason());
        }
    }

    private void loadPoints(Collection<Integer> ids) throws NotDeliveredException {
        if (!settings.planned() || pointsRefused) {
            return;
        }
        try {
            if (points.needSuite()) {
                pointsRefused = true;
                remarks.add("No test point gets an outcome: this server finds them by their suite only. Set"
                        + " attest.azure.suite to the suite that has them; those below it are not looked into.");
                return;
            }
            points.load(ids);
        } catch (NotDeliveredException e) {
            requireRefused(e);
            pointsRefused = true;
            remarks.add("No test point gets an outcome; check attest.azure.plan and attest.azure.suite. " + e.reason());
        }
    }

    /** What may be better soon is waited for, since a result is sent once. */
    private static void requireRefused(NotDeliveredException e) throws NotDeliveredException {
        if (!e.refused()) {
            throw e;
        }
    }

    private boolean possiblyApplied(int testCase) {
        return itemsRefused || items.of(testCase) != null;
    }

    private TestCaseLink link(String runId, Result result) {
        String test = result.test().id().qualifiedName();
        List<Integer> named = result.test().links().testCases();
        named.stream().filter(id -> !possiblyApplied(id)).forEach(id -> found.unknown(id, test));
        List<Integer> existing = named.stream().filter(this::possiblyApplied).toList();
        if (existing.isEmpty()) {
            return TestCaseLink.NONE;
        }
        boolean planned = settings.planned() && !pointsRefused;
        List<Integer> pointed = planned ? withOnePoint(existing, test) : existing;
        pointed.stream().skip(1).forEach(id -> found.further(id, test));
        if (!planned || pointed.isEmpty()) {
            return TestCaseLink.toCase(existing.get(0));
        }
        TestPoint point = points.of(pointed.get(0)).get(0);
        return outcomes.takes(runId, point, result.outcome())
                ? TestCaseLink.toPoint(point, revision(point.testCase()))
                : TestCaseLink.toCase(point.testCase());
    }

    private List<Integer> withOnePoint(List<Integer> testCases, String test) {
        List<Integer> pointed = new ArrayList<>();
        for (int testCase : testCases) {
            List<TestPoint> candidates = points.of(testCase);
            if (candidates.size() == 1) {
                pointed.add(testCase);
            } else if (candidates.isEmpty()) {
                found.withoutPoint(testCase, test);
            } else {
                found.ambiguous(testCase, candidates);
            }
        }
        return pointed;
    }

    private @Nullable Integer revision(int testCase) {
        WorkItemDocument item = items.of(testCase);
        return item == null ? null : item.rev();
    }
}
