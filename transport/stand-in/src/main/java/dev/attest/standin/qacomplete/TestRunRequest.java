package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.store.EntityStore.EntityRow;
import dev.attest.standin.store.QaCompleteRunStore.TestItemRow;
import dev.attest.standin.store.QaCompleteRunStore.TestRunRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a request for a new test run. The run has an item for its test, or for each test of its test set. */
final class TestRunRequest {

    private static final List<String> NAMES = List.of(
            "TestId", "TestSetId", "TestConfigId", "ReleaseId", "RunByHostId", "IsSequential", "ForceNewRunCreation");

    private final QaCompleteCall call;
    private final BodyProperties fields;

    private TestRunRequest(QaCompleteCall call, BodyProperties fields) {
        this.call = call;
        this.fields = fields;
    }

    static TestRunRequest in(QaCompleteCall call) throws IOException {
        return new TestRunRequest(call, BodyProperties.of(call, NAMES));
    }

    boolean forced() {
        return fields.flag("ForceNewRunCreation");
    }

    /** Returns the document of the new run. Refuses a request without a test or test set, or with an unknown one. */
    ObjectNode document() {
        if (fields.has("TestId") == fields.has("TestSetId")) {
            throw QaCompleteErrors.invalid("One of TestId and TestSetId is required.");
        }
        var set = fields.number("TestSetId").map(id -> EntityKind.TEST_SETS.find(call, id));
        var test = fields.number("TestId").map(id -> EntityKind.TESTS.find(call, id));
        var release = fields.number("ReleaseId").map(id -> EntityKind.RELEASES.find(call, id));
        var host = fields.number("RunByHostId").orElse(0);
        return QaCompleteJson.object()
                .put("test_id", test.map(EntityRow::id).orElse(0))
                .put("test_set_id", set.map(EntityRow::id).orElse(0))
                .put("test_set_name", set.map(TestRunRequest::title).orElse(""))
                .put("test_config_id", fields.number("TestConfigId").orElse(0))
                .put("configuration_name", "")
                .put("release_id", release.map(EntityRow::id).orElse(0))
                .put("release_name", release.map(TestRunRequest::title).orElse(""))
                .put("run_by_user_id", call.user().id())
                .put("run_by_user_name", call.user().name())
                .put("is_sequential", fields.flag("IsSequential"))
                .put("execution_type", host == 0 ? "Manual" : "Automated")
                .put("run_by_host_id", host)
                .put("test_host", host == 0 ? "" : "Host " + host);
    }

    /** Returns the open run of the same test or test set. */
    static Optional<TestRunRow> open(QaCompleteCall call, ObjectNode document) {
        return call.store().runs().of(call.project()).stream()
                .filter(run -> same(QaCompleteJson.stored(run.document()), document, "test_id")
                        && same(QaCompleteJson.stored(run.document()), document, "test_set_id"))
                .filter(run -> TestRunRoutes.counts(call, run).open())
                .findFirst();
    }

    private static boolean same(ObjectNode left, ObjectNode right, String name) {
        return left.path(name).equals(right.path(name));
    }

    /** Adds the run, with its items. */
    static TestRunRow add(QaCompleteCall call, ObjectNode document) {
        var items = new ArrayList<TestItemRow>();
        for (var test : tests(call, document)) {
            var item = item(call, document, test);
            items.add(new TestItemRow(0, 0, items.size() + 1, StatusChoices.AWAITING, item.toString()));
        }
        return call.store().runs().add(call.project(), document.toString(), items);
    }

    private static List<EntityRow> tests(QaCompleteCall call, ObjectNode document) {
        if (document.path("test_id").asInt() != 0) {
            return List.of(EntityKind.TESTS.find(call, document.path("test_id").asInt()));
        }
        var set = EntityKind.TEST_SETS.find(call, document.path("test_set_id").asInt());
        return QaCompleteJson.stored(set.document())
                .path("tests")
                .valueStream()
                .map(id -> EntityKind.TESTS.find(call, id.asInt()))
                .toList();
    }

    private static ObjectNode item(QaCompleteCall call, ObjectNode run, EntityRow row) {
        var test = QaCompleteJson.stored(row.document());
        var item = QaCompleteJson.object()
                .put("test_set_id", run.path("test_set_id").asInt())
                .put("test_id", row.id())
                .put("test_name", title(row))
                .put("version", 1)
                .put("run_time", 0)
                .put("avg_run_time", 0)
                .put("folder_name", test.path("folder_name").asText())
                .put("test_description", test.path("description").asText())
                .put("last_run_date", QaCompleteDates.NEVER)
                .put("last_run_status", "")
                .put("run_by_user_id", 0)
                .put("run_by_host_id", 0)
                .put("status_updated_by", 0)
                .put("automated", test.path("execution_type").asText().equals("Automated"))
                .put("configuration_name", "")
                .put("test_host", run.path("test_host").asText());
        var steps = item.putArray("test_run_results");
        test.path("steps").forEach(step -> steps.add(step(call, steps.size() + 1, step)));
        return item;
    }

    private static ObjectNode step(QaCompleteCall call, int seq, JsonNode step) {
        return QaCompleteJson.object()
                .put("id", call.store().runs().stepId())
                .put("seq", seq)
                .put("is_stopped_on_fail", false)
                .put("status_code", StatusChoices.AWAITING)
                .put("step", step.path("step").asText())
                .put("expected_result", step.path("expected_result").asText())
                .put("test_step_id", step.path("id").asInt())
                .put("actual_result", "");
    }

    private static String title(EntityRow row) {
        return QaCompleteJson.stored(row.document()).path("title").asText();
    }
}
