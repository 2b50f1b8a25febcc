package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.TestStore.TestRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;

/** What is known of tests beside their results: on which branches they are marked as flaky. */
final class ResultMetadataRoutes {

    private static final int MOST = 200;
    private static final String PATH = RunArea.TEST_RESULTS.path() + "/results/resultmetadata";
    private static final QueryEnum DETAILS = QueryEnum.flags("detailsToInclude", "flakyIdentifiers");

    private final Store store;

    ResultMetadataRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.POST,
                PATH,
                ApiResource.RESULT_METADATA,
                "By at most 200 values of testCaseReferenceId. Assumed: unknown ones are left out.",
                this::query);
        routes.add(
                HandlerType.PATCH,
                PATH + "/{test}",
                ApiResource.RESULT_METADATA,
                "Counts for results that are added later. Assumed: the status of an unknown test (404), and that a result"
                        + " that is flaky and a rerun is flaky in the statistics.",
                this::update);
    }

    private void query(AzureCall call) throws IOException {
        var details = DETAILS.all(call.query("detailsToInclude"));
        var ids = new ArrayList<Integer>();
        Json.items(call.body(), "testCaseReferenceIds", id -> ids.add(id(id)));
        if (ids.size() > MOST) {
            throw Refusal.property("testCaseReferenceIds", "A request has at most " + MOST + " ids.");
        }
        var values = Json.array();
        for (var id : ids) {
            store.tests().find(call.project(), id).ifPresent(test -> values.add(view(test, details)));
        }
        call.reply(Json.list(values));
    }

    private static int id(JsonNode node) {
        if (!node.asText().matches("\\d{1,9}")) {
            throw Refusal.property("testCaseReferenceIds", "\"" + node.asText() + "\" is not an id.");
        }
        return Integer.parseInt(node.asText());
    }

    private ObjectNode view(TestRow test, Set<String> details) {
        var view = Json.object().put("testCaseReferenceId", test.id());
        var newest = store.history().newest(test.id());
        var document = newest.map(row -> Json.stored(row.document())).orElseGet(Json::object);
        view.put("priority", document.path("priority").asInt(255))
                .put("automatedTestStorage", test.key().storage())
                .put("automatedTestName", test.key().name());
        newest.ifPresent(row -> view.put("testCaseTitle", row.title()));
        var owner = document.path("owner").path("displayName").asText("");
        if (!owner.isEmpty()) {
            view.put("owner", owner);
        }
        if (details.contains("flakyidentifiers")) {
            var marks = view.putArray("flakyIdentifiers");
            store.tests()
                    .flakyBranches(test.id())
                    .forEach(branch ->
                            marks.add(Json.object().put("branchName", branch).put("isFlaky", true)));
        }
        return view;
    }

    private void update(AzureCall call) throws IOException {
        var id = call.id("test", "Test case reference");
        var test = store.tests()
                .find(call.project(), id)
                .orElseThrow(() -> Refusal.notFound("Test case reference " + id + " not found."));
        var marks = new LinkedHashMap<String, Boolean>();
        if (!(Json.field(call.object("testResultMetaDataUpdateInput"), "flakyIdentifiers")
                instanceof ArrayNode given)) {
            throw Refusal.property("flakyIdentifiers", "Value cannot be null: flakyIdentifiers must be an array.");
        }
        for (var mark : given) {
            var branch = Json.text(Json.objectIn(mark, "flakyIdentifiers"), "branchName");
            if (branch == null || branch.isBlank()) {
                throw Refusal.property("branchName", "Value cannot be null or empty.");
            }
            marks.put(branch, Boolean.parseBoolean(Json.text(mark, "isFlaky")));
        }
        marks.forEach((branch, flaky) -> store.tests().mark(test.id(), branch, flaky));
        call.reply(Json.object().put("testCaseReferenceId", test.id()).put("priority", 0));
    }
}
