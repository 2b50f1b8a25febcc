package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;

/** Test plans and test suites in the area {@code testplan}. */
final class TestPlanRoutes {

    private static final String PLANS = "/{collection}/{project}/_apis/testplan/plans";
    private static final String SUITES = PLANS + "/{plan}/suites";
    private static final QueryEnum EXPAND = QueryEnum.flags("expand", "children", "defaultTesters");

    private final Store store;

    TestPlanRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(HandlerType.GET, PLANS, ApiResource.TEST_PLANS, "One page has all plans.", this::plans);
        routes.add(
                HandlerType.GET,
                PLANS + "/{plan}",
                ApiResource.TEST_PLANS,
                "The status of an unknown plan (404) is assumed.",
                call -> call.reply(view(call, PlanRoutes.plan(store, call))));
        routes.add(
                HandlerType.GET,
                SUITES,
                ApiResource.TEST_SUITES,
                "One page has all suites; asTreeView nests them in the root suite.",
                this::suites);
        routes.add(
                HandlerType.GET,
                SUITES + "/{suite}",
                ApiResource.TEST_SUITES,
                "The status of an unknown suite (404) is assumed.",
                this::suite);
    }

    private ObjectNode view(AzureCall call, PlanRow plan) {
        return new TestPlanView(call.collection()).plan(plan, store.plans().suites(plan.id()));
    }

    private void plans(AzureCall call) {
        var values = Json.array();
        store.plans().all().stream()
                .filter(plan -> plan.project().equals(call.project()))
                .forEach(plan -> values.add(view(call, plan)));
        call.reply(Json.list(values));
    }

    private void suites(AzureCall call) {
        var plan = PlanRoutes.plan(store, call);
        var tree = call.flag("asTreeView");
        var values = Json.array();
        store.plans().suites(plan.id()).stream()
                .filter(suite -> !tree || suite.parentId() == 0)
                .forEach(suite -> values.add(view(call, plan, suite, tree)));
        call.reply(Json.list(values));
    }

    private void suite(AzureCall call) {
        var children = EXPAND.all(call.query("expand")).contains("children");
        call.reply(view(call, PlanRoutes.plan(store, call), PlanRoutes.suite(store, call), children));
    }

    private ObjectNode view(AzureCall call, PlanRow plan, SuiteRow suite, boolean tree) {
        var view = new TestPlanView(call.collection());
        var all = store.plans().suites(plan.id());
        return tree ? view.tree(plan, suite, all) : view.suite(plan, suite, all);
    }
}
