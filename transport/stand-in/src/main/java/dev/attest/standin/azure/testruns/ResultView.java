package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.ResultStore.SavedResult;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.SubResultStore.SubResultRow;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a result in replies. */
final class ResultView {

    private final String collection;
    private final RunRow run;

    ResultView(String collection, RunRow run) {
        this.collection = collection;
        this.run = run;
    }

    /** Returns the reply to a create or update, which is little more than ids. */
    ObjectNode stub(SavedResult saved) {
        var row = saved.row();
        var stub = Json.object().put("id", row.id());
        stub.set("project", Json.object());
        stub.put("outcome", row.outcome());
        stub.set("testRun", Json.object().put("id", String.valueOf(run.id())));
        stub.set("lastUpdatedBy", Json.object().putNull("id"));
        stub.put("url", "");
        if (!saved.addedSubResults().isEmpty()) {
            var added = Json.array();
            saved.addedSubResults().forEach(id -> added.add(Json.object().put("id", id)));
            stub.set("subResults", added);
        }
        return stub;
    }

    /** Returns the whole result. The {@code subResults} are null if the request does not ask for them. */
    ObjectNode full(ResultRow row, boolean workItems, @Nullable List<SubResultRow> subResults) {
        var view = Json.object().put("id", row.id());
        view.set("project", Projects.reference(collection, run.project()));
        view.setAll(Json.stored(row.document()));
        view.put("outcome", row.outcome())
                .put("state", row.state())
                .put("revision", row.revision())
                .put("durationInMs", row.durationMs())
                .put("createdDate", AzureDates.write(row.createdAt()))
                .put("lastUpdatedDate", AzureDates.write(row.updatedAt()))
                .put("url", Urls.run(collection, run.project(), run.id()) + "/Results/" + row.id());
        if (!view.has("testCase")) {
            view.set("testCase", Json.object().put("name", row.title()));
        }
        new HistoryView(collection, run).addTo(view, row.history());
        view.set("testRun", RunView.reference(collection, run));
        view.set("lastUpdatedBy", Projects.user(collection));
        if (!workItems) {
            view.remove("associatedBugs");
        }
        if (subResults != null && !subResults.isEmpty()) {
            view.set("subResults", nested(row, subResults));
        }
        return view;
    }

    private ArrayNode nested(ResultRow row, List<SubResultRow> rows) {
        var top = Json.array();
        var lists = new HashMap<Integer, ArrayNode>();
        lists.put(0, top);
        for (var sub : rows) {
            var view = Json.object().put("id", sub.id()).put("parentId", sub.parentId());
            view.setAll(Json.stored(sub.document()));
            view.set("testResult", Json.object().put("testRunId", run.id()).put("testResultId", row.id()));
            lists.getOrDefault(sub.parentId(), top).add(view);
            lists.put(sub.id(), below(view));
        }
        return top;
    }

    private static ArrayNode below(ObjectNode view) {
        var list = Json.array();
        view.set("subResults", list);
        return list;
    }
}
