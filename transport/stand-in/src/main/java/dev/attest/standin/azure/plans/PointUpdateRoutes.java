package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Sets the outcome of test points without a result, or resets points to active. The old API has one change for the ids
 * in its path, {@code {"resetToActive":true}}; the new one has a list, {@code [{"id":1,"results":{"outcome":2}}]}.
 */
final class PointUpdateRoutes {

    private static final String AREA = "/{collection}/{project}/_apis/";
    private static final String SUITE = "/plans/{plan}/suites/{suite}";
    private static final String RESET = "Unspecified";

    private final Store store;

    PointUpdateRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.PATCH,
                AREA + "test" + SUITE + "/points/{points}",
                ApiResource.POINTS,
                "Accepts outcome and resetToActive, also as text, and ignores the tester. Assumed: no run is created.",
                this::change);
        routes.add(
                HandlerType.PATCH,
                AREA + "testplan" + SUITE + "/testpoint",
                ApiResource.PLAN_POINTS,
                "Accepts results.outcome and isActive, and ignores the tester. Assumed: no run is created.",
                this::changeList);
    }

    private void change(AzureCall call) throws IOException {
        var suite = PlanRoutes.suite(store, call);
        var ids = call.pathIds("points");
        var body = call.object("pointUpdateModel");
        var outcome = outcome(body, Boolean.parseBoolean(Json.text(body, "resetToActive")));
        ids.forEach(id -> find(suite, id));
        outcome.ifPresent(name -> store.plans().setOutcome(ids, name));
        var view = new PointView(call);
        var values = Json.array();
        ids.forEach(id -> {
            var point = find(suite, id);
            values.add(view.classic(point, testCase(point), true, List.of()));
        });
        call.reply(Json.list(values));
    }

    private void changeList(AzureCall call) throws IOException {
        var suite = PlanRoutes.suite(store, call);
        var changes = new LinkedHashMap<Integer, Optional<String>>();
        Json.items(call.body(), "testPointUpdateParams (a JSON array)", item -> {
            var change = Json.objectIn(item, "testPointUpdateParams");
            var point = find(suite, id(change));
            var results = Json.field(change, "results");
            var wanted = results == null || results.isNull() ? Json.object() : Json.objectIn(results, "results");
            changes.put(point.id(), outcome(wanted, Boolean.parseBoolean(Json.text(change, "isActive"))));
        });
        changes.forEach((id, outcome) -> outcome.ifPresent(name -> store.plans().setOutcome(List.of(id), name)));
        var view = new PointView(call);
        var values = Json.array();
        changes.keySet().forEach(id -> {
            var point = find(suite, id);
            values.add(view.current(point, testCase(point)));
        });
        call.reply(Json.list(values));
    }

    /** Returns the new outcome; empty if the change has none. */
    private static Optional<String> outcome(JsonNode change, boolean reset) {
        var outcome = Json.text(change, "outcome");
        if (reset) {
            return Optional.of(RESET);
        }
        return outcome == null || outcome.isEmpty() ? Optional.empty() : Optional.of(ServiceEnum.OUTCOME.read(outcome));
    }

    private static int id(ObjectNode change) {
        var id = String.valueOf(Json.text(change, "id"));
        if (!id.matches("\\d{1,9}")) {
            throw Refusal.property("id", "A test point to update needs its id.");
        }
        return Integer.parseInt(id);
    }

    private PointRow find(SuiteRow suite, int id) {
        return store.plans()
                .findPoint(suite.planId(), id)
                .filter(point -> point.suite().id() == suite.id())
                .orElseThrow(
                        () -> Refusal.notFound("Test point " + id + " of test suite " + suite.id() + " not found."));
    }

    private WorkItemRow testCase(PointRow point) {
        return store.workItems().find(point.caseId()).orElseThrow();
    }
}
