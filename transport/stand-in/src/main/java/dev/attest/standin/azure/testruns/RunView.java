package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.store.OutcomeCounts;
import dev.attest.standin.store.RunStore.RunRow;
import java.util.List;
import java.util.Optional;

/** The JSON of a run in replies. Its counters are computed from its current results. */
final class RunView {

    private static final List<String> SHALLOW =
            List.of("owner", "iteration", "startedDate", "completedDate", "plan", "build");

    private final String collection;
    private final ApiVersion version;

    RunView(AzureCall call) {
        this.collection = call.collection();
        this.version = call.version();
    }

    ObjectNode shallow(RunRow row) {
        var document = Json.stored(row.document());
        var view = head(row);
        for (var name : SHALLOW) {
            if (document.has(name)) {
                view.set(name, document.get(name));
            }
        }
        view.put("state", row.state()).put("revision", row.revision());
        return linked(view, row, document);
    }

    ObjectNode full(RunRow row, OutcomeCounts counts) {
        var document = Json.stored(row.document());
        var view = head(row);
        view.set("owner", Projects.user(collection));
        view.set("project", Projects.reference(collection, row.project()));
        view.put("state", row.state()).put("postProcessState", "Complete");
        view.setAll(document);
        if (version.isBefore(5, 1)) {
            view.remove("pipelineReference");
        }
        view.put("totalTests", counts.total())
                .put("incompleteTests", counts.incomplete())
                .put("notApplicableTests", counts.completed("NotApplicable"))
                .put("passedTests", counts.completed("Passed"))
                .put("unanalyzedTests", counts.completed("Failed"))
                .put("createdDate", AzureDates.write(row.createdAt()))
                .put("lastUpdatedDate", AzureDates.write(row.updatedAt()));
        view.set("lastUpdatedBy", Projects.user(collection));
        view.put("revision", row.revision());
        view.set("runStatistics", statistics(counts));
        return linked(view, row, document);
    }

    /** Returns the reply to a create. In recordings of the service it does not tell the state of the run. */
    ObjectNode created(RunRow row, OutcomeCounts counts) {
        return full(row, counts).put("state", "Unspecified");
    }

    private ObjectNode head(RunRow row) {
        return Json.object()
                .put("id", row.id())
                .put("name", row.name())
                .put("url", Urls.run(collection, row.project(), row.id()))
                .put("isAutomated", row.automated());
    }

    private ObjectNode linked(ObjectNode view, RunRow row, ObjectNode document) {
        build(collection, document).ifPresent(build -> view.set("build", build));
        return view.put("webAccessUrl", Urls.page(collection, row.project(), row.id()));
    }

    /** Returns the reference to the build of a run. */
    static Optional<ObjectNode> build(String collection, ObjectNode document) {
        if (!(document.get("build") instanceof ObjectNode given)) {
            return Optional.empty();
        }
        var id = given.path("id").asText();
        var build = given.deepCopy();
        if (!build.has("name")) {
            build.put("name", RunBuilds.number(document));
        }
        return Optional.of(build.put("url", collection + "/_apis/build/Builds/" + id));
    }

    static ObjectNode reference(String collection, RunRow row) {
        return Json.object()
                .put("id", String.valueOf(row.id()))
                .put("name", row.name())
                .put("url", Urls.run(collection, row.project(), row.id()));
    }

    ArrayNode statistics(OutcomeCounts counts) {
        var statistics = Json.array();
        for (var cell : counts.cells()) {
            var entry = Json.object()
                    .put("state", cell.state())
                    .put("outcome", cell.outcome())
                    .put("count", cell.count());
            if (!cell.metadata().isEmpty() && !version.isBefore(6, 0)) {
                entry.put("resultMetadata", cell.metadata());
            }
            statistics.add(entry);
        }
        return statistics;
    }
}
