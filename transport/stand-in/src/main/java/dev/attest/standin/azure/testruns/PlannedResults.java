package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.workitems.WorkItemView;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.TestOccurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first results of a run of a test plan: one for each test point. */
final class PlannedResults {

    private final Store store;
    private final String project;

    PlannedResults(Store store, String project) {
        this.store = store;
        this.project = project;
    }

    /** Returns the results that a new run starts with. The list is empty if the run has no plan. */
    List<ResultDraft> results(ObjectNode body) {
        var reference = Json.field(body, "plan");
        if (reference == null || reference.isNull()) {
            return List.of();
        }
        var plan = String.valueOf(Json.text(Json.objectIn(reference, "plan"), "id"));
        checkPlan(plan);
        var points = Json.field(body, "pointIds");
        var drafts = new ArrayList<ResultDraft>();
        if (points != null) {
            points.forEach(point -> drafts.add(draft(point(store, plan, point.asText()))));
        }
        return drafts;
    }

    private void checkPlan(String id) {
        if (!id.matches("\\d{1,9}")
                || store.plans()
                        .find(Integer.parseInt(id))
                        .filter(plan -> plan.project().equals(project))
                        .isEmpty()) {
            throw Refusal.notFound("Test plan " + id + " not found.");
        }
    }

    static PointRow point(Store store, String plan, String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .flatMap(text -> store.plans().findPoint(Integer.parseInt(plan), Integer.parseInt(text)))
                .orElseThrow(() -> Refusal.notFound("Test point " + id + " of test plan " + plan + " not found."));
    }

    private ResultDraft draft(PointRow point) {
        var testCase = store.workItems().find(point.caseId()).orElseThrow();
        var title = WorkItemView.title(testCase);
        var document = Json.object().put("testCaseTitle", title).put("testCaseRevision", testCase.rev());
        var automated = WorkItemView.field(testCase, "Microsoft.VSTS.TCM.AutomatedTestName");
        if (!automated.isEmpty()) {
            document.put("automatedTestName", automated);
        }
        document.set("testPoint", Json.reference(point.id()));
        document.set("testCase", Json.reference(point.caseId()).put("name", title));
        document.set(
                "testPlan",
                Json.reference(point.plan().id()).put("name", point.plan().name()));
        document.set(
                "testSuite",
                Json.reference(point.suite().id()).put("name", point.suite().name()));
        document.set("configuration", Json.reference(point.configurationId()).put("name", point.configuration()));
        return new ResultDraft(
                title,
                "Unspecified",
                "Pending",
                false,
                0,
                Json.text(document),
                TestOccurrence.pending(automated),
                SearchedText.of(document, title),
                point.id(),
                List.of(),
                List.of());
    }
}
