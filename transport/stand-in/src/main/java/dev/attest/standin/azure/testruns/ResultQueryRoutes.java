package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query for results of all runs of a project: by their ids, or by a filter.
 *
 * <pre>
 * {"results":[{"id":100000,"testRun":{"id":"1"}}]}
 * {"resultsFilter":{"automatedTestName":"shop.CartTest.adds","testPlanId":10,"testPointIds":[3],"resultsCount":5}}
 * </pre>
 */
final class ResultQueryRoutes {

    private static final int MOST = 1000;

    private final Store store;

    ResultQueryRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes, RunArea area) {
        routes.add(
                HandlerType.POST,
                area.path() + "/results",
                area.query(),
                "By ids or by a filter of name, test case, plan and points; the newest run first. Assumed: other filters"
                        + " are ignored, and unknown ids are left out.",
                this::query);
    }

    private void query(AzureCall call) throws IOException {
        var query = call.object("query");
        var asked = Json.field(query, "results");
        var filter = Json.field(query, "resultsFilter");
        var results = Json.array();
        if (asked instanceof ArrayNode references) {
            references.forEach(reference -> addById(call, Json.objectIn(reference, "results"), results));
        } else if (filter instanceof ObjectNode wanted) {
            addFiltered(call, wanted, results);
        } else {
            throw Refusal.property("query", "The query needs its results or its resultsFilter.");
        }
        var reply = query.deepCopy();
        reply.set("results", results);
        call.reply(reply);
    }

    private void addById(AzureCall call, ObjectNode reference, ArrayNode results) {
        var run = Json.field(reference, "testRun");
        var runId = number(run == null ? null : Json.text(Json.objectIn(run, "testRun"), "id"), "testRun");
        var id = number(Json.text(reference, "id"), "id");
        store.runs()
                .find(runId)
                .filter(row -> row.project().equals(call.project()))
                .ifPresent(row ->
                        store.results().find(runId, id).ifPresent(result -> results.add(view(call, row, result))));
    }

    private void addFiltered(AzureCall call, ObjectNode filter, ArrayNode results) {
        var count = Json.text(filter, "resultsCount");
        var most = count == null ? MOST : Math.min(MOST, number(count, "resultsCount"));
        var runs = new RunQuery(call.project(), null, null, null, null, null, Map.of(), 0, MOST, true);
        for (var run : store.runs().list(runs)) {
            for (var result : store.resultList().byId(run.id(), List.of(), 0, MOST)) {
                if (results.size() < most && matches(Json.stored(result.document()), filter)) {
                    results.add(view(call, run, result));
                }
            }
        }
    }

    private static boolean matches(ObjectNode result, ObjectNode filter) {
        return same(Json.text(filter, "automatedTestName"), result.path("automatedTestName"))
                && same(Json.text(filter, "testCaseId"), result.path("testCase").path("id"))
                && same(Json.text(filter, "testPlanId"), result.path("testPlan").path("id"))
                && oneOf(
                        Json.field(filter, "testPointIds"),
                        result.path("testPoint").path("id"));
    }

    /** Returns whether a value is the wanted one. Clients send 0 and an empty text for no filter. */
    private static boolean same(@Nullable String wanted, JsonNode value) {
        return wanted == null || wanted.isEmpty() || wanted.equals("0") || wanted.equals(value.asText());
    }

    private static boolean oneOf(@Nullable JsonNode wanted, JsonNode value) {
        if (wanted == null || wanted.isEmpty()) {
            return true;
        }
        for (var one : wanted) {
            if (one.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode view(AzureCall call, RunRow run, ResultRow result) {
        return new ResultView(call.collection(), run).full(result, false, null);
    }

    private static int number(@Nullable String text, String property) {
        if (text == null || !text.matches("\\d{1,9}")) {
            throw Refusal.property(property, "The value of " + property + " must be a number.");
        }
        return Integer.parseInt(text);
    }
}
