package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.store.ResultHistory;
import dev.attest.standin.store.ResultHistory.FailingSince;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.RunReference;
import dev.attest.standin.store.RunStore.RunRow;
import java.util.List;

/**
 * The JSON of what the history of a test says of one of its results.
 *
 * <pre>
 * {"testCaseReferenceId":7,"build":{"id":"4","name":"20261201.3","url":".."},
 *  "failingSince":{"date":"2026-12-01T10:00:00Z","build":{"id":4,"definitionId":5,"number":"20261201.3"}}}
 * </pre>
 */
final class HistoryView {

    private static final List<String> SHORT = List.of(
            "startedDate",
            "completedDate",
            "testCaseTitle",
            "automatedTestName",
            "automatedTestStorage",
            "resultGroupType",
            "customFields");

    private final String collection;
    private final RunRow run;

    HistoryView(String collection, RunRow run) {
        this.collection = collection;
        this.run = run;
    }

    /** Returns a reference to the build of a run, with what is known of it. */
    static ObjectNode build(ObjectNode run) {
        var references = RunReferences.in(run);
        return Json.object()
                .put("id", RunReference.BUILD.id(references))
                .put("definitionId", RunReference.BUILD_DEFINITION.id(references))
                .put("number", RunBuilds.number(run));
    }

    /** Adds the history to a result. */
    void addTo(ObjectNode view, ResultHistory history) {
        if (history.testId() != 0) {
            view.put("testCaseReferenceId", history.testId());
        }
        if (history.flaky() && !TestOccurrences.saysFlaky(view)) {
            var fields = view.withArray("customFields");
            fields.add(Json.object().put("fieldName", TestOccurrences.FLAKY).put("value", true));
        }
        RunView.build(collection, Json.stored(run.document())).ifPresent(build -> view.set("build", build));
        var since = history.failingSince();
        if (since != null) {
            view.set("failingSince", failingSince(since));
        }
    }

    private static ObjectNode failingSince(FailingSince since) {
        var view = Json.object().put("date", AzureDates.write(since.at()));
        view.setAll(Json.stored(since.origin()));
        return view;
    }

    /** Returns a result in a history, without its texts. */
    ObjectNode entry(ResultRow row) {
        var document = Json.stored(row.document());
        var view = Json.object().put("id", row.id());
        for (var name : SHORT) {
            if (document.has(name)) {
                view.set(name, document.get(name));
            }
        }
        var completed = row.history().completedAt();
        if (completed != null && !view.has("completedDate")) {
            view.put("completedDate", AzureDates.write(completed));
        }
        view.put("durationInMs", row.durationMs()).put("outcome", row.outcome()).put("state", row.state());
        view.set("testRun", RunView.reference(collection, run));
        addTo(view, row.history());
        addReferences(view);
        return view;
    }

    private void addReferences(ObjectNode view) {
        var document = Json.stored(run.document());
        var references = RunReferences.in(document);
        if (references.containsKey(RunReference.BUILD)) {
            var reference = build(document);
            reference.put("uri", "vstfs:///Build/Build/" + reference.path("id").asInt());
            var branch = references.getOrDefault(RunReference.BRANCH, "");
            view.set("buildReference", branch.isEmpty() ? reference : reference.put("branchName", branch));
        }
        if (document.get("release") instanceof ObjectNode release) {
            view.set("releaseReference", release);
        }
    }
}
