package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Test plans, test suites, and the test cases of a suite, in the area {@code test}. */
final class PlanRoutes {

    private static final String PLANS = "/{collection}/{project}/_apis/test/plans";
    private static final String SUITES = PLANS + "/{plan}/suites";

    private static final String ENDED = "Up to 5.0; later versions are in the area testplan.";

    private final Store store;

    PlanRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(HandlerType.GET, PLANS, ApiResource.PLANS, ENDED, this::plans);
        routes.add(
                HandlerType.GET,
                PLANS + "/{plan}",
                ApiResource.PLANS,
                "The status of an unknown plan (404) is assumed.",
                call -> call.reply(view(call, plan(store, call))));
        routes.add(HandlerType.GET, SUITES, ApiResource.SUITES, ENDED, this::suites);
        routes.add(
                HandlerType.GET,
                SUITES + "/{suite}",
                ApiResource.SUITES,
                "The status of an unknown suite (404) is assumed.",
                call -> call.reply(view(call, plan(store, call), suite(store, call))));
        routes.add(HandlerType.GET, SUITES + "/{suite}/testcases", ApiResource.CASES, "", this::cases);
        routes.add(
                HandlerType.GET,
                SUITES + "/{suite}/testcases/{case}",
                ApiResource.CASES,
                "The status of a test case that the suite does not have (404) is assumed.",
                this::oneCase);
    }

    static PlanRow plan(Store store, AzureCall call) {
        var id = call.id("plan", "Test plan");
        return store.plans()
                .find(id)
                .filter(plan -> plan.project().equals(call.project()))
                .orElseThrow(() -> Refusal.notFound("Test plan " + id + " not found."));
    }

    static SuiteRow suite(Store store, AzureCall call) {
        var plan = plan(store, call).id();
        var id = call.id("suite", "Test suite");
        return store.plans().suites(plan).stream()
                .filter(suite -> suite.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Test suite " + id + " of test plan " + plan + " not found."));
    }

    private void plans(AzureCall call) {
        var values = Json.array();
        store.plans().all().stream()
                .filter(plan -> plan.project().equals(call.project()))
                .forEach(plan -> values.add(view(call, plan)));
        call.reply(Json.list(values));
    }

    private static String url(AzureCall call, PlanRow plan) {
        return call.collection() + "/" + Urls.segment(plan.project()) + "/_apis/test/Plans/" + plan.id();
    }

    private static ObjectNode view(AzureCall call, PlanRow plan) {
        var view = Json.object()
                .put("id", plan.id())
                .put("name", plan.name())
                .put("url", url(call, plan))
                .put("state", "Active")
                .put("revision", 1);
        view.set("project", Projects.reference(call.collection(), plan.project()));
        view.set("rootSuite", Json.reference(plan.rootSuiteId()));
        return view;
    }

    private void suites(AzureCall call) {
        var plan = plan(store, call);
        var values = Json.array();
        store.plans().suites(plan.id()).forEach(suite -> values.add(view(call, plan, suite)));
        call.reply(Json.list(values));
    }

    private ObjectNode view(AzureCall call, PlanRow plan, SuiteRow suite) {
        var cases = store.plans().points(plan.id()).stream()
                .filter(point -> point.suite().id() == suite.id())
                .map(PointRow::caseId)
                .distinct()
                .count();
        var view = Json.object()
                .put("id", suite.id())
                .put("name", suite.name())
                .put("url", url(call, plan) + "/Suites/" + suite.id())
                .put("suiteType", "StaticTestSuite")
                .put("testCaseCount", cases);
        view.set("project", Projects.reference(call.collection(), plan.project()));
        view.set("plan", Json.reference(plan.id()).put("name", plan.name()));
        if (suite.parentId() != 0) {
            view.set("parent", Json.reference(suite.parentId()));
        }
        return view;
    }

    private void cases(AzureCall call) {
        var values = Json.array();
        cases(call, suite(store, call)).values().forEach(values::add);
        call.reply(Json.list(values));
    }

    private void oneCase(AzureCall call) {
        var id = call.id("case", "Test case");
        var found = cases(call, suite(store, call)).get(id);
        if (found == null) {
            throw Refusal.notFound("Test case " + id + " not found in the test suite.");
        }
        call.reply(found);
    }

    private Map<Integer, ObjectNode> cases(AzureCall call, SuiteRow suite) {
        var cases = new LinkedHashMap<Integer, ObjectNode>();
        for (var point : store.plans().points(suite.planId())) {
            if (point.suite().id() == suite.id()) {
                var view = cases.computeIfAbsent(point.caseId(), id -> {
                    var one = Json.object();
                    one.set(
                            "testCase",
                            Json.reference(id).put("url", call.collection() + "/_apis/wit/workItems/" + id));
                    return one;
                });
                view.withArray("pointAssignments")
                        .addObject()
                        .put("id", point.id())
                        .set(
                                "configuration",
                                Json.reference(point.configurationId()).put("name", point.configuration()));
            }
        }
        return cases;
    }
}
