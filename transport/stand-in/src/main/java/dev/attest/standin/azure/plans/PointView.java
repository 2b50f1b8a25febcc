package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.azure.workitems.WorkItemFields;
import dev.attest.standin.azure.workitems.WorkItemView;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import java.util.List;
import java.util.Locale;

/** The JSON of a test point in replies. The old API sends ids as text, the new one as numbers. */
final class PointView {

    static final String TESTER = "Attest Publisher";

    private final String collection;
    private final ApiVersion version;

    PointView(AzureCall call) {
        this.collection = call.collection();
        this.version = call.version();
    }

    private String project(PointRow row) {
        return collection + "/" + Urls.segment(row.plan().project());
    }

    /** Returns the JSON of the old API. */
    ObjectNode classic(PointRow row, WorkItemRow testCase, boolean details, List<String> fields) {
        var plan = project(row) + "/_apis/test/Plans/" + row.plan().id();
        var suite = plan + "/Suites/" + row.suite().id();
        var view = Json.object().put("id", row.id()).put("url", suite + "/Points/" + row.id());
        view.set("assignedTo", Projects.user(collection));
        view.put("automated", automated(testCase));
        view.set("configuration", Json.reference(row.configurationId()).put("name", row.configuration()));
        view.set("lastTestRun", Json.reference(row.runId()));
        view.set("lastResult", Json.reference(row.resultId()));
        view.put("outcome", row.outcome()).put("state", row.state()).put("lastResultState", row.lastResultState());
        if (details) {
            view.put("revision", row.revision()).put("lastUpdatedDate", AzureDates.write(row.updatedAt()));
        }
        view.set(
                "suite",
                Json.reference(row.suite().id()).put("name", row.suite().name()).put("url", suite));
        view.set(
                "testCase",
                Json.reference(row.caseId())
                        .put("name", WorkItemView.title(testCase))
                        .put("url", collection + "/_apis/wit/workItems/" + row.caseId()));
        view.set(
                "testPlan",
                Json.reference(row.plan().id()).put("name", row.plan().name()).put("url", plan));
        var properties = view.putArray("workItemProperties");
        for (var field : fields) {
            properties
                    .addObject()
                    .putObject("workItem")
                    .put("key", field)
                    .put("value", WorkItemView.field(testCase, field));
        }
        return view;
    }

    /** Returns the JSON of the new API. */
    ObjectNode current(PointRow row, WorkItemRow testCase) {
        var view = Json.object().put("id", row.id());
        view.set("tester", Projects.user(collection));
        view.set("configuration", Json.object().put("id", row.configurationId()).put("name", row.configuration()));
        view.put("isAutomated", automated(testCase)).put("isActive", row.state().equals("Ready"));
        view.set("project", Projects.reference(collection, row.plan().project()));
        view.set(
                "testPlan",
                Json.object().put("id", row.plan().id()).put("name", row.plan().name()));
        view.set(
                "testSuite",
                Json.object()
                        .put("id", row.suite().id())
                        .put("name", row.suite().name()));
        var reference =
                view.putObject("testCaseReference").put("id", row.caseId()).put("name", WorkItemView.title(testCase));
        if (!version.isBefore(5, 1)) {
            reference.put("state", WorkItemView.field(testCase, WorkItemFields.STATE));
        }
        view.put("lastUpdatedDate", AzureDates.write(row.updatedAt()));
        var results = view.putObject("results")
                .put("outcome", camel(row.outcome()))
                .put("state", camel(row.state()))
                .put("lastResultState", camel(row.lastResultState()));
        if (row.runId() != 0) {
            results.put("lastTestRunId", row.runId()).put("lastResultId", row.resultId());
        }
        return view;
    }

    private static boolean automated(WorkItemRow testCase) {
        return WorkItemView.field(testCase, "Microsoft.VSTS.TCM.AutomationStatus")
                .equals("Automated");
    }

    private static String camel(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
