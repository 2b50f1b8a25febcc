package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.workitems.WorkItemView;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The test cases of a suite with their points, in the area {@code testplan}. */
final class SuiteCaseRoutes {

    private static final String CASES = "/{collection}/{project}/_apis/testplan/plans/{plan}/suites/{suite}/testcase";

    private final Store store;

    SuiteCaseRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.GET,
                CASES,
                ApiResource.SUITE_CASES,
                "One page has all test cases. Without witFields, it has all fields.",
                this::list);
        routes.add(
                HandlerType.GET,
                CASES + "/{cases}",
                ApiResource.SUITE_CASES,
                "The status of test cases that the suite does not have (404) is assumed.",
                this::some);
    }

    private void list(AzureCall call) {
        var suite = PlanRoutes.suite(store, call);
        reply(call, new PointSelection(store, call, suite, call.flag("isRecursive")).pointsOfCases());
    }

    private void some(AzureCall call) {
        var suite = PlanRoutes.suite(store, call);
        var asked = call.pathIds("cases");
        var points = store.plans().points(suite.planId()).stream()
                .filter(point -> point.suite().id() == suite.id() && asked.contains(point.caseId()))
                .toList();
        if (points.isEmpty()) {
            throw Refusal.notFound("Test case " + call.path("cases") + " not found in the test suite.");
        }
        reply(call, points.stream());
    }

    private void reply(AzureCall call, Stream<PointRow> points) {
        var cases = new LinkedHashMap<String, ObjectNode>();
        points.forEach(point -> cases.computeIfAbsent(
                        point.suite().id() + "/" + point.caseId(), key -> view(call, point, cases.size()))
                .withArray("pointAssignments")
                .add(assignment(call, point)));
        var values = Json.array();
        cases.values().forEach(values::add);
        call.reply(Json.list(values));
    }

    private ObjectNode view(AzureCall call, PointRow point, int order) {
        var view = Json.object();
        var plan = point.plan();
        view.set("testPlan", TestPlanView.reference(plan.id(), plan.name()));
        view.set("project", Projects.reference(call.collection(), plan.project()));
        view.set(
                "testSuite",
                TestPlanView.reference(point.suite().id(), point.suite().name()));
        view.set("workItem", workItem(call, point));
        view.put("order", order);
        return view;
    }

    private ObjectNode workItem(AzureCall call, PointRow point) {
        var row = store.workItems().find(point.caseId()).orElseThrow();
        var view = TestPlanView.reference(row.id(), WorkItemView.title(row));
        var fields = view.putArray("workItemFields");
        var asked = call.query("witFields");
        new WorkItemView(call).fields(row).properties().forEach(field -> {
            if (names(asked, field.getKey())) {
                fields.addObject().set(field.getKey(), field.getValue());
            }
        });
        return view;
    }

    private static boolean names(@Nullable String asked, String field) {
        return asked == null
                || Arrays.stream(asked.split(",", -1)).map(String::strip).anyMatch(field::equalsIgnoreCase);
    }

    private static ObjectNode assignment(AzureCall call, PointRow point) {
        var assignment = Json.object()
                .put("id", point.id())
                .put("configurationId", point.configurationId())
                .put("configurationName", point.configuration());
        assignment.set("tester", Projects.user(call.collection()));
        return assignment;
    }
}
