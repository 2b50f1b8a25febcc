package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import dev.attest.standin.store.PlanRow;
import dev.attest.standin.store.PointRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.SuiteRow;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;

/** Test plans, their suites, and the test cases in them. */
final class PlanRoutes {

    private static final String PLANS = "/{collection}/{project}/_apis/test/plans";
    private static final String SUITES = PLANS + "/{plan}/suites";

    private final Store store;

    PlanRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureApi api) {
        api.documented(HandlerType.GET, PLANS, Resource.PLANS, "", this::plans);
        api.documented(
                HandlerType.GET,
                PLANS + "/{plan}",
                Resource.PLANS,
                "The status of an unknown plan (404) is assumed.",
                call -> call.reply(view(call, plan(store, call))));
        api.documented(HandlerType.GET, SUITES, Resource.SUITES, "", this::suites);
        api.documented(
                HandlerType.GET,
                SUITES + "/{suite}",
                Resource.SUITES,
                "The status of an unknown suite (404) is assumed.",
                call -> call.reply(view(call, plan(store, call), suite(store, call))));
        api.documented(HandlerType.GET, SUITES + "/{suite}/testcases", Resource.CASES, "", this::cases);
    }

    static PlanRow plan(Store store, Call call) {
        var id = call.id("plan", "Test plan");
        return store.plans()
                .find(id)
                .filter(plan -> plan.project().equals(call.project()))
                .orElseThrow(() -> Refusal.notFound("Test plan " + id + " not found."));
    }

    static SuiteRow suite(Store store, Call call) {
        var plan = plan(store, call).id();
        var id = call.id("suite", "Test suite");
        return store.plans().suites(plan).stream()
                .filter(suite -> suite.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Test suite " + id + " of test plan " + plan + " not found."));
    }

    private void plans(Call call) {
        var values = Json.array();
        store.plans().all().stream()
                .filter(plan -> plan.project().equals(call.project()))
                .forEach(plan -> values.add(view(call, plan)));
        call.reply(Json.list(values));
    }

    private static String url(Call call, PlanRow plan) {
        return call.collection() + "/" + Urls.segment(plan.project()) + "/_apis/test/Plans/" + plan.id();
    }

    private static ObjectNode view(Call call, PlanRow plan) {
        var view = Json.object()
                .put("id", plan.id())
                .put("name", plan.name())
                .put("url", url(call, plan))
                .put("state", "Active")
                .put("revision", 1);
        view.set("project", Projects.reference(call.collection(), plan.project()));
        view.set("rootSuite", PlannedRun.reference(plan.rootSuiteId()));
        return view;
    }

    private void suites(Call call) {
        var plan = plan(store, call);
        var values = Json.array();
        store.plans().suites(plan.id()).forEach(suite -> values.add(view(call, plan, suite)));
        call.reply(Json.list(values));
    }

    private ObjectNode view(Call call, PlanRow plan, SuiteRow suite) {
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
        view.set("plan", PlannedRun.reference(plan.id()).put("name", plan.name()));
        if (suite.parentId() != 0) {
            view.set("parent", PlannedRun.reference(suite.parentId()));
        }
        return view;
    }

    private void cases(Call call) {
        var suite = suite(store, call);
        var cases = new LinkedHashMap<Integer, ObjectNode>();
        for (var point : store.plans().points(suite.planId())) {
            if (point.suite().id() == suite.id()) {
                var view = cases.computeIfAbsent(point.caseId(), id -> {
                    var one = Json.object();
                    one.set(
                            "testCase",
                            PlannedRun.reference(id).put("url", call.collection() + "/_apis/wit/workItems/" + id));
                    return one;
                });
                view.withArray("pointAssignments")
                        .addObject()
                        .put("id", point.id())
                        .set(
                                "configuration",
                                PlannedRun.reference(point.configurationId()).put("name", point.configuration()));
            }
        }
        var values = Json.array();
        cases.values().forEach(values::add);
        call.reply(Json.list(values));
    }
}
