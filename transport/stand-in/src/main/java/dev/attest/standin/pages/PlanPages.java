package dev.attest.standin.pages;

import dev.attest.standin.pages.WorkItemPages.WorkItemLine;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads what the pages of test plans show. */
final class PlanPages {

    private final Store store;

    PlanPages(Store store) {
        this.store = store;
    }

    PlansPage list() {
        return new PlansPage(store.plans().all().stream().map(this::line).toList());
    }

    private PlanLine line(PlanRow plan) {
        var points = store.plans().points(plan.id());
        return new PlanLine(
                plan.id(),
                plan.project(),
                PageText.visible(plan.name()),
                points.size(),
                number(points, "Passed"),
                number(points, "Failed"));
    }

    private static int number(List<PointRow> points, String outcome) {
        return (int)
                points.stream().filter(point -> point.outcome().equals(outcome)).count();
    }

    PlanPage one(int id) {
        var plan = store.plans().find(id).orElseThrow(() -> Refusal.notFound("Test plan " + id + " not found."));
        var bySuite = new LinkedHashMap<String, List<PointLine>>();
        for (var row : store.plans().points(id)) {
            var point = point(row);
            bySuite.computeIfAbsent(point.suite(), suite -> new ArrayList<>()).add(point);
        }
        var suites = bySuite.entrySet().stream()
                .map(suite -> new SuiteLine(suite.getKey(), suite.getValue()))
                .toList();
        return new PlanPage(id, plan.project(), PageText.visible(plan.name()), suites);
    }

    private PointLine point(PointRow row) {
        var title = store.workItems()
                .find(row.caseId())
                .map(item -> WorkItemLine.of(item).title())
                .orElse("");
        return new PointLine(
                row.id(),
                PageText.visible(row.suite().name()),
                row.caseId(),
                title,
                PageText.visible(row.configuration()),
                row.outcome(),
                row.runId() == 0 ? "" : "/runs/" + row.runId() + "/results/" + row.resultId());
    }

    /** All test plans. */
    record PlansPage(List<PlanLine> plans) {}

    /** A test plan with its suites. */
    record PlanPage(int id, String project, String name, List<SuiteLine> suites) {

        /** Returns all points as one suite. */
        SuiteLine whole() {
            return new SuiteLine(
                    name,
                    suites.stream().flatMap(suite -> suite.points().stream()).toList());
        }
    }

    /** The test points of a suite. */
    record SuiteLine(String name, List<PointLine> points) {

        private int count(String tone) {
            return (int)
                    points.stream().filter(point -> point.tone().equals(tone)).count();
        }

        List<BarPart> bar() {
            return BarPart.of(points.size(), count("good"), count("bad"), count("wait"));
        }

        String summary() {
            var other = count("calm");
            return count("good") + " passed, " + count("bad") + " failed" + (other > 0 ? ", " + other + " other" : "")
                    + (count("wait") > 0 ? ", " + count("wait") + " to run" : "");
        }
    }

    /** A test plan in a list. */
    record PlanLine(int id, String project, String name, int points, int passed, int failed) {}

    /**
     * A test point with its outcome.
     *
     * @param result the page of its last result; empty if there is none
     */
    record PointLine(
            int id, String suite, int caseId, String title, String configuration, String outcome, String result) {

        String tone() {
            return PageText.tone(outcome);
        }

        /** Returns the outcome as the service shows it. */
        String label() {
            return outcome.equals("Unspecified") ? "Not run" : outcome;
        }
    }
}
