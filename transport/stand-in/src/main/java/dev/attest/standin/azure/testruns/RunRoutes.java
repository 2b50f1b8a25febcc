package dev.attest.standin.azure.testruns;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;

/** Test runs. */
final class RunRoutes {

    private final Store store;
    private final RunListRoutes lists;

    RunRoutes(Store store) {
        this.store = store;
        this.lists = new RunListRoutes(store);
    }

    void addTo(AzureRoutes routes, RunArea area) {
        var runs = area.path() + "/runs";
        var run = area.runPath();
        routes.add(
                HandlerType.POST,
                runs,
                area.runs(),
                "The reply says Unspecified for every state. Assumed: a blank name is refused.",
                this::create);
        routes.add(
                HandlerType.GET,
                runs,
                area.runs(),
                "With dates it is a query: at most 7 days, 100 runs a page. A filter sees what the run was created with,"
                        + " and the definition and branch of its build. Assumed: a run with a release is published for the release only.",
                lists::answer);
        routes.add(HandlerType.GET, run, area.runs(), "", call -> reply(call, run(store, call)));
        routes.add(
                HandlerType.PATCH,
                run,
                area.runs(),
                "Null removes a property, a missing property is kept.",
                this::update);
        routes.add(HandlerType.DELETE, run, area.runs(), "", this::delete);
        routes.add(HandlerType.GET, run + "/statistics", area.statistics(), "", this::statistics);
    }

    /** Returns the run in the path. It must belong to the project in the path. */
    static RunRow run(Store store, AzureCall call) {
        var id = call.id("run", "Test run");
        return store.runs()
                .find(id)
                .filter(row -> row.project().equals(call.project()))
                .orElseThrow(() -> missing(id));
    }

    static Refusal missing(int id) {
        return Refusal.notFound("Test run " + id + " not found.");
    }

    private void create(AzureCall call) throws IOException {
        var body = call.object("testRun");
        var draft = new RunRequest(call.policy(), store.builds()).create(call.project(), body);
        var planned = new PlannedResults(store, call.project()).results(body);
        var row = store.runs().add(draft);
        if (!planned.isEmpty()) {
            store.results().add(row.id(), planned);
        }
        call.reply(new RunView(call).created(row, store.runs().counts(row.id())));
    }

    private void update(AzureCall call) throws IOException {
        var id = run(store, call).id();
        var body = call.object("testRun");
        var request = new RunRequest(call.policy(), store.builds());
        var row = store.runs().change(id, found -> request.update(found, body)).orElseThrow(() -> missing(id));
        if (row.ended() && Boolean.parseBoolean(Json.text(body, "deleteInProgressResults"))) {
            store.results().deleteIncomplete(id);
        }
        reply(call, row);
    }

    private void delete(AzureCall call) throws IOException {
        var id = run(store, call).id();
        var files = store.attachments().filesUnder(id);
        if (!store.runs().delete(id)) {
            throw missing(id);
        }
        store.attachments().deleteFiles(files);
        call.raw().status(204);
    }

    private void statistics(AzureCall call) {
        var row = run(store, call);
        var body = Json.object();
        body.set("run", RunView.reference(call.collection(), row));
        body.set("runStatistics", new RunView(call).statistics(store.runs().counts(row.id())));
        call.reply(body);
    }

    private void reply(AzureCall call, RunRow row) {
        call.reply(new RunView(call).full(row, store.runs().counts(row.id())));
    }
}
