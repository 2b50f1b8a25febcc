package dev.attest.standin.pages;

import dev.attest.standin.pages.WorkItemPages.WorkItemLine;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.Store;
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
        var points = store.plans().points(id).stream().map(this::point).toList();
        return new PlanPage(id, plan.project(), PageText.visible(plan.name()), points);
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

    /** A test plan with its points. */
    record PlanPage(int id, String project, String name, List<PointLine> points) {}

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
    }
}
