package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What only tests and test sets have: a search by a long filter, automations, a new test, the tests of a set. */
final class TestRoutes {

    private static final List<String> NAMES =
            List.of("Title", "Status", "Active", "Description", "FolderId", "ExecutionType");

    void addTo(QaCompleteApi api) {
        var v1 = Set.of("v1");
        var v2 = Set.of("v2");
        api.documented(HandlerType.POST, v1, "/tests/search", Right.READ, "", this::search);
        api.documented(HandlerType.POST, v1, "/tests", Right.ADD, "Title is required.", this::add);
        var automations = "/tests/{test}/automations";
        api.documented(
                HandlerType.GET, v2, automations, Right.READ, "", call -> Listing.reply(call, automations(call)));
        api.documented(HandlerType.GET, v2, automations + "/{agent}", Right.READ, "", this::automation);
        api.assumed(
                HandlerType.GET,
                Set.of("v1", "v2"),
                "/testsets/{set}/items",
                Right.READ,
                "What an item has is assumed.",
                this::items);
    }

    private void search(Call call) throws IOException {
        var filter = Fields.of(call, List.of("Filter")).text("Filter");
        Listing.reply(
                call,
                EntityRoutes.all(call, EntityCode.TESTS),
                filter.orElseThrow(() -> Refusals.bad("Filter is required.")));
    }

    private void add(Call call) throws IOException {
        var fields = Fields.of(call, NAMES);
        var title = fields.text("Title")
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> Refusals.bad("Title is required."));
        var test = Documents.object().put("title", title).put("project_id", call.project());
        Seed.describeTest(test);
        fields.text("Status").ifPresent(given -> test.put("status", given));
        fields.text("Description").ifPresent(given -> test.put("description", given));
        fields.text("ExecutionType").ifPresent(given -> test.put("execution_type", given));
        fields.number("FolderId").ifPresent(given -> test.put("folder_id", given));
        if (fields.has("Active")) {
            test.put("active", fields.flag("Active"));
        }
        var row = call.store().entities().add(EntityCode.TESTS.code(), call.project(), id -> test.put("id", id)
                .toString());
        call.reply(EntityRoutes.view(row));
    }

    private static List<ObjectNode> automations(Call call) {
        var test = EntityCode.TESTS.find(call, call.id("test"));
        return Documents.stored(test.document())
                .path("automations")
                .valueStream()
                .map(JsonNode::<ObjectNode>deepCopy)
                .toList();
    }

    private void automation(Call call) {
        call.reply(automations(call).stream()
                .filter(automation -> automation.path("agent").asText().equalsIgnoreCase(call.path("agent")))
                .findFirst()
                .orElseThrow(Refusals::notThere));
    }

    private void items(Call call) {
        var set =
                Documents.stored(EntityCode.TEST_SETS.find(call, call.id("set")).document());
        var tests = set.path("tests").valueStream().toList();
        Listing.reply(call, tests, test -> Documents.object()
                .put("sequence_number", tests.indexOf(test) + 1)
                .put("test_set_id", call.id("set"))
                .put("test_id", test.asInt()));
    }
}
