package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.TestHistory.HistoryEntry;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * The results of one test in at most seven days, newest first.
 *
 * <pre>
 * {"automatedTestName":"shop.CartTest.adds","groupBy":"branch","branch":"refs/heads/main","trendDays":7}
 * {.., "resultsForGroup":[{"groupByValue":"refs/heads/main","displayName":"refs/heads/main","results":[..]}],
 *      "continuationToken":".."}
 * </pre>
 */
final class TestHistoryRoutes {

    private static final int PAGE = 100;

    private final Store store;

    TestHistoryRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes, RunArea area) {
        routes.add(
                HandlerType.POST,
                area.path() + "/results/testhistory",
                area.history(),
                "Completed results by their completedDate; 7 days unless trendDays is less. Assumed: 100 results a page,"
                        + " without messages and stack traces; results of runs without a branch are a group without a"
                        + " name.",
                this::query);
    }

    private void query(AzureCall call) throws IOException {
        var body = call.object("filter");
        var request = HistoryRequest.read(call, body, Instant.now());
        var found = store.history().page(request.query(call.project()), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var reply = body.deepCopy();
        reply.put("trendDays", request.days()).put("maxCompleteDate", AzureDates.write(request.until()));
        reply.set("resultsForGroup", groups(call, request, page));
        reply.remove("continuationToken");
        if (found.size() > PAGE) {
            reply.put("continuationToken", HistoryToken.write(page.get(PAGE - 1).place()));
        }
        call.reply(reply);
    }

    private ArrayNode groups(AzureCall call, HistoryRequest request, List<HistoryEntry> page) {
        var runs = new HashMap<Integer, RunRow>();
        var grouped = new LinkedHashMap<String, List<ObjectNode>>();
        for (var entry : page) {
            var run = runs.computeIfAbsent(
                    entry.result().runId(), id -> store.runs().find(id).orElse(null));
            if (run != null && request.hasTestCase(entry)) {
                grouped.computeIfAbsent(request.group(entry), value -> new ArrayList<>())
                        .add(new HistoryView(call.collection(), run).entry(entry.result()));
            }
        }
        var groups = Json.array();
        grouped.forEach((value, results) -> groups.add(group(request, value, results)));
        return groups;
    }

    private ObjectNode group(HistoryRequest request, String value, List<ObjectNode> results) {
        var first = Objects.requireNonNull(results.get(0));
        var name = request.byEnvironment()
                ? first.path("releaseReference")
                        .path("environmentDefinitionName")
                        .asText(value)
                : value;
        var group = Json.object().put("groupByValue", value).put("displayName", name);
        group.putArray("results").addAll(results);
        return group;
    }
}
