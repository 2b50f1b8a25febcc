package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.azure.workitems.WorkItemView;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.ResultStore.SavedResult;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Test results of a run. */
final class ResultRoutes {

    private static final int BATCH = 1000;
    private static final QueryEnum DETAILS =
            QueryEnum.flags("detailsToInclude", "iterations", "workItems", "subResults", "point");

    private final Store store;

    ResultRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes, RunArea area) {
        var results = area.runPath() + "/results";
        routes.add(
                HandlerType.POST,
                results,
                area.results(),
                "Assumed: a batch is stored as a whole or not at all, and an ended run accepts no results.",
                this::add);
        routes.add(
                HandlerType.PATCH, results, area.results(), "Sub-results are appended, never replaced.", this::update);
        routes.add(HandlerType.GET, results, area.results(), "1000 a page, 200 with details.", this::list);
        routes.add(HandlerType.GET, area.resultPath(), area.results(), "", this::get);
        routes.add(HandlerType.GET, area.resultPath() + "/bugs", area.bugs(), "Preview in every version.", this::bugs);
    }

    static ResultRow result(Store store, AzureCall call, RunRow run) {
        var id = call.id("result", "Test result");
        return store.results().find(run.id(), id).orElseThrow(() -> missing(run.id(), id));
    }

    private static Refusal missing(int run, int result) {
        return Refusal.notFound("Test result " + result + " of test run " + run + " not found.");
    }

    private void add(AzureCall call) throws IOException {
        var run = RunRoutes.run(store, call);
        var request = request(call, run);
        var drafts = new ArrayList<ResultDraft>();
        each(call, item -> drafts.add(request.create(item)));
        if (run.ended() && call.policy().holds(Assumption.NO_RESULTS_AFTER_COMPLETION)) {
            throw new Refusal(
                    400,
                    "TestManagementInvalidOperationException",
                    "Test results cannot be added: test run " + run.id() + " is already " + run.state() + ".");
        }
        var reopened = !run.ended() && Json.text(Json.stored(run.document()), "completedDate") != null;
        if (reopened && !call.policy().holds(Assumption.ROWS_AFTER_REOPEN)) {
            throw new Refusal(
                    400,
                    "TestManagementInvalidOperationException",
                    "Test results cannot be added: test run " + run.id() + " was completed before.");
        }
        reply(call, run, store.results().add(run.id(), drafts).orElseThrow(() -> RunRoutes.missing(run.id())));
    }

    private ResultRequest request(AzureCall call, RunRow run) {
        return new ResultRequest(call.policy(), new ResultReferences(store, call.policy(), run), call.version());
    }

    private void update(AzureCall call) throws IOException {
        var run = RunRoutes.run(store, call);
        var ids = new ArrayList<Integer>();
        var items = new ArrayList<String>();
        each(call, item -> {
            ids.add(id(call, item));
            items.add(Json.text(item));
        });
        var request = request(call, run);
        store.results().firstUnknown(run.id(), ids).ifPresent(id -> {
            throw missing(run.id(), id);
        });
        var saved = store.results()
                .change(run.id(), ids, (place, row) -> request.update(row, Json.stored(items.get(place))))
                .orElseThrow(() -> Refusal.notFound("A test result of test run " + run.id() + " not found."));
        reply(call, run, saved);
    }

    /** Returns the id, which up to version 2 is in a reference. */
    private static int id(AzureCall call, JsonNode item) {
        var reference = Json.field(Json.objectIn(item, "results"), "testResult");
        var holder = call.version().major() < 3 ? reference : item;
        var id = holder == null ? null : Json.text(holder, "id");
        if (id == null || !id.matches("\\d{1,9}")) {
            throw Refusal.property("id", "A result to update needs its id.");
        }
        return Integer.parseInt(id);
    }

    private static void each(AzureCall call, Consumer<JsonNode> item) throws IOException {
        var limit = call.policy().holds(Assumption.BATCHES_OF_1000) ? BATCH : Integer.MAX_VALUE;
        var count = new AtomicInteger();
        // Read the whole body, as a client that is still sending does not see the refusal.
        Json.items(call.body(), "results (a JSON array)", node -> {
            if (count.incrementAndGet() <= limit) {
                item.accept(node);
            }
        });
        if (count.get() > limit) {
            throw Refusal.property("results", "A request has at most " + limit + " test results.");
        }
    }

    private void reply(AzureCall call, RunRow run, List<SavedResult> saved) {
        var view = new ResultView(call.collection(), run);
        var values = Json.array();
        saved.forEach(one -> values.add(view.stub(one)));
        call.reply(Json.list(values));
    }

    private void list(AzureCall call) {
        var run = RunRoutes.run(store, call);
        var details = details(call);
        var limit = details.isEmpty() ? 1000 : 200;
        var rows = store.resultList()
                .byId(run.id(), outcomes(call), call.number("$skip", 0), Math.min(limit, call.number("$top", limit)));
        var values = Json.array();
        rows.forEach(row -> values.add(view(call, run, row, details)));
        call.reply(Json.list(values));
    }

    private void get(AzureCall call) {
        var run = RunRoutes.run(store, call);
        call.reply(view(call, run, result(store, call, run), details(call)));
    }

    private void bugs(AzureCall call) {
        var run = RunRoutes.run(store, call);
        var view = new WorkItemView(call);
        var values = Json.array();
        for (var id : store.links().bugs(run.id(), result(store, call, run).id())) {
            var row = store.workItems().find(id);
            values.add(Json.object()
                    .put("id", String.valueOf(id))
                    .put("name", row.map(WorkItemView::title).orElse(""))
                    .put("url", view.url(run.project(), id)));
        }
        call.reply(Json.list(values));
    }

    private ObjectNode view(AzureCall call, RunRow run, ResultRow row, Set<String> details) {
        var subResults = details.contains("subresults") ? store.subResults().of(run.id(), row.id()) : null;
        return new ResultView(call.collection(), run).full(row, details.contains("workitems"), subResults);
    }

    private static Set<String> details(AzureCall call) {
        return DETAILS.all(call.query("detailsToInclude"));
    }

    private static List<String> outcomes(AzureCall call) {
        return words(call, "outcomes").stream().map(ServiceEnum.OUTCOME::read).toList();
    }

    private static List<String> words(AzureCall call, String name) {
        var text = call.query(name);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
