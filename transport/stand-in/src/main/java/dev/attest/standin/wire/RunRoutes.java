package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import dev.attest.standin.store.RunRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;

/** Test runs. */
final class RunRoutes {

    private static final String RUNS = "/{collection}/{project}/_apis/test/runs";
    private static final String RUN = RUNS + "/{run}";

    private final Store store;
    private final RunLists lists;

    RunRoutes(Store store) {
        this.store = store;
        this.lists = new RunLists(store);
    }

    void addTo(AzureApi api) {
        api.documented(HandlerType.POST, RUNS, Resource.RUNS, "That a blank name is refused is assumed.", this::create);
        api.documented(
                HandlerType.GET,
                RUNS,
                Resource.RUNS,
                "A query by date when it names a date: at most 7 days, 100 runs a page.",
                lists::answer);
        api.documented(HandlerType.GET, RUN, Resource.RUNS, "", call -> reply(call, run(store, call)));
        api.documented(HandlerType.PATCH, RUN, Resource.RUNS, "Null clears, what is left out is kept.", this::update);
        api.documented(HandlerType.DELETE, RUN, Resource.RUNS, "", this::delete);
        api.documented(HandlerType.GET, RUN + "/statistics", Resource.STATISTICS, "", this::statistics);
    }

    /** Returns the run in the path, if it is one of the project. */
    static RunRow run(Store store, Call call) {
        var id = call.id("run", "Test run");
        return store.runs()
                .find(id)
                .filter(row -> row.project().equals(call.project()))
                .orElseThrow(() -> missing(id));
    }

    static Refusal missing(int id) {
        return Refusal.notFound("Test run " + id + " not found.");
    }

    private void create(Call call) throws IOException {
        var body = call.object("testRun");
        var draft = new RunRequest(call.policy()).create(call.project(), body);
        var planned = new PlannedRun(store, call.project()).results(body);
        var row = store.runs().add(draft);
        if (!planned.isEmpty()) {
            store.results().add(row.id(), planned);
        }
        reply(call, row);
    }

    private void update(Call call) throws IOException {
        var id = run(store, call).id();
        var body = call.object("testRun");
        var request = new RunRequest(call.policy());
        var row = store.runs().change(id, found -> request.update(found, body)).orElseThrow(() -> missing(id));
        if (row.over() && Boolean.parseBoolean(Json.text(body, "deleteInProgressResults"))) {
            store.results().deleteIncomplete(id);
        }
        reply(call, row);
    }

    private void delete(Call call) throws IOException {
        var id = run(store, call).id();
        var attachments = store.attachments().under(id);
        if (!store.runs().delete(id)) {
            throw missing(id);
        }
        store.attachments().deleteBytes(attachments);
        call.raw().status(204);
    }

    private void statistics(Call call) {
        var row = run(store, call);
        var body = Json.object();
        body.set("run", new RunView(call.collection()).reference(row));
        body.set("runStatistics", RunView.statistics(store.runs().counts(row.id())));
        call.reply(body);
    }

    private void reply(Call call, RunRow row) {
        call.reply(new RunView(call.collection()).full(row, store.runs().counts(row.id())));
    }
}
