package dev.attest.standin.pages;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanRow;
import dev.attest.standin.store.PointRow;
import dev.attest.standin.store.Store;
import java.util.List;

/** Gathers what the pages of test plans show. */
final class PlanViews {

    private final Store store;

    PlanViews(Store store) {
        this.store = store;
    }

    PlansPage list() {
        return new PlansPage(store.plans().all().stream().map(this::line).toList());
    }

    private PlansPage.Line line(PlanRow plan) {
        var points = store.plans().points(plan.id());
        return new PlansPage.Line(
                plan.id(),
                plan.project(),
                Texts.visible(plan.name()),
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
        return new PlanPage(id, plan.project(), Texts.visible(plan.name()), points);
    }

    private PlanPage.Point point(PointRow row) {
        var title = store.workItems()
                .find(row.caseId())
                .map(item -> WorkItemLine.of(item).title())
                .orElse("");
        return new PlanPage.Point(
                row.id(),
                Texts.visible(row.suite().name()),
                row.caseId(),
                title,
                Texts.visible(row.configuration()),
                row.outcome(),
                row.runId() == 0 ? "" : "/runs/" + row.runId() + "/results/" + row.resultId());
    }
}
