package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The routes that only tests and test sets have: search, new test, automations, and the tests of a set. */
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
                HandlerType.GET, v2, automations, Right.READ, "", call -> ListReply.reply(call, automations(call)));
        api.documented(HandlerType.GET, v2, automations + "/{agent}", Right.READ, "", this::automation);
        api.assumed(
                HandlerType.GET,
                Set.of("v1", "v2"),
                "/testsets/{set}/items",
                Right.READ,
                "Assumed: the properties of an item.",
                this::items);
    }

    private void search(QaCompleteCall call) throws IOException {
        var filter = BodyProperties.of(call, List.of("Filter")).text("Filter");
        ListReply.reply(
                call,
                EntityRoutes.all(call, EntityKind.TESTS),
                filter.orElseThrow(() -> QaCompleteErrors.invalid("Filter is required.")));
    }

    private void add(QaCompleteCall call) throws IOException {
        var fields = BodyProperties.of(call, NAMES);
        var title = fields.text("Title")
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> QaCompleteErrors.invalid("Title is required."));
        var test = QaCompleteJson.object().put("title", title).put("project_id", call.project());
        QaCompleteSeed.describeTest(test);
        fields.text("Status").ifPresent(given -> test.put("status", given));
        fields.text("Description").ifPresent(given -> test.put("description", given));
        fields.text("ExecutionType").ifPresent(given -> test.put("execution_type", given));
        fields.number("FolderId").ifPresent(given -> test.put("folder_id", given));
        if (fields.has("Active")) {
            test.put("active", fields.flag("Active"));
        }
        var row = call.store()
                .entities()
                .add(
                        EntityKind.TESTS.code(),
                        call.project(),
                        id -> test.put("id", id).toString());
        call.reply(EntityRoutes.view(row));
    }

    private static List<ObjectNode> automations(QaCompleteCall call) {
        var test = EntityKind.TESTS.find(call, call.id("test"));
        return QaCompleteJson.stored(test.document())
                .path("automations")
                .valueStream()
                .map(JsonNode::<ObjectNode>deepCopy)
                .toList();
    }

    private void automation(QaCompleteCall call) {
        call.reply(automations(call).stream()
                .filter(automation -> automation.path("agent").asText().equalsIgnoreCase(call.path("agent")))
                .findFirst()
                .orElseThrow(QaCompleteErrors::notFound));
    }

    private void items(QaCompleteCall call) {
        var set = QaCompleteJson.stored(
                EntityKind.TEST_SETS.find(call, call.id("set")).document());
        var tests = set.path("tests").valueStream().toList();
        ListReply.reply(
                call,
                tests,
                test -> QaCompleteJson.object()
                        .put("sequence_number", tests.indexOf(test) + 1)
                        .put("test_set_id", call.id("set"))
                        .put("test_id", test.asInt()));
    }
}
