package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.store.EntityRow;
import dev.attest.standin.store.TestItemRow;
import dev.attest.standin.store.TestRunRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a new test run, and the run that becomes of it: an item for its test, or for each test of its set. */
final class NewTestRun {

    private static final List<String> NAMES = List.of(
            "TestId", "TestSetId", "TestConfigId", "ReleaseId", "RunByHostId", "IsSequential", "ForceNewRunCreation");

    private final Call call;
    private final Fields fields;

    private NewTestRun(Call call, Fields fields) {
        this.call = call;
        this.fields = fields;
    }

    static NewTestRun in(Call call) throws IOException {
        return new NewTestRun(call, Fields.of(call, NAMES));
    }

    boolean forced() {
        return fields.flag("ForceNewRunCreation");
    }

    /** Returns what to keep of the request; refuses one that names nothing, or what is not there. */
    ObjectNode document() {
        if (fields.has("TestId") == fields.has("TestSetId")) {
            throw Refusals.bad("One of TestId and TestSetId is required.");
        }
        var set = fields.number("TestSetId").map(id -> EntityCode.TEST_SETS.find(call, id));
        var test = fields.number("TestId").map(id -> EntityCode.TESTS.find(call, id));
        var release = fields.number("ReleaseId").map(id -> EntityCode.RELEASES.find(call, id));
        var host = fields.number("RunByHostId").orElse(0);
        return Documents.object()
                .put("test_id", test.map(EntityRow::id).orElse(0))
                .put("test_set_id", set.map(EntityRow::id).orElse(0))
                .put("test_set_name", set.map(NewTestRun::title).orElse(""))
                .put("test_config_id", fields.number("TestConfigId").orElse(0))
                .put("configuration_name", "")
                .put("release_id", release.map(EntityRow::id).orElse(0))
                .put("release_name", release.map(NewTestRun::title).orElse(""))
                .put("run_by_user_id", call.user().id())
                .put("run_by_user_name", call.user().name())
                .put("is_sequential", fields.flag("IsSequential"))
                .put("execution_type", host == 0 ? "Manual" : "Automated")
                .put("run_by_host_id", host)
                .put("test_host", host == 0 ? "" : "Host " + host);
    }

    /** Returns the run of the same test or set that is not over. */
    static Optional<TestRunRow> open(Call call, ObjectNode document) {
        return call.store().runs().of(call.project()).stream()
                .filter(run -> same(Documents.stored(run.document()), document, "test_id")
                        && same(Documents.stored(run.document()), document, "test_set_id"))
                .filter(run -> TestRunView.tally(call, run).open())
                .findFirst();
    }

    private static boolean same(ObjectNode left, ObjectNode right, String name) {
        return left.path(name).equals(right.path(name));
    }

    /** Adds the run of such a document. */
    static TestRunRow add(Call call, ObjectNode document) {
        var items = new ArrayList<TestItemRow>();
        for (var test : tests(call, document)) {
            var item = item(call, document, test);
            items.add(new TestItemRow(0, 0, items.size() + 1, Statuses.AWAITING, item.toString()));
        }
        return call.store().runs().add(call.project(), document.toString(), items);
    }

    private static List<EntityRow> tests(Call call, ObjectNode document) {
        if (document.path("test_id").asInt() != 0) {
            return List.of(EntityCode.TESTS.find(call, document.path("test_id").asInt()));
        }
        var set = EntityCode.TEST_SETS.find(call, document.path("test_set_id").asInt());
        return Documents.stored(set.document())
                .path("tests")
                .valueStream()
                .map(id -> EntityCode.TESTS.find(call, id.asInt()))
                .toList();
    }

    private static ObjectNode item(Call call, ObjectNode run, EntityRow row) {
        var test = Documents.stored(row.document());
        var item = Documents.object()
                .put("test_set_id", run.path("test_set_id").asInt())
                .put("test_id", row.id())
                .put("test_name", title(row))
                .put("version", 1)
                .put("run_time", 0)
                .put("avg_run_time", 0)
                .put("folder_name", test.path("folder_name").asText())
                .put("test_description", test.path("description").asText())
                .put("last_run_date", Stamps.NEVER)
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

    private static ObjectNode step(Call call, int seq, JsonNode step) {
        return Documents.object()
                .put("id", call.store().runs().stepId())
                .put("seq", seq)
                .put("is_stopped_on_fail", false)
                .put("status_code", Statuses.AWAITING)
                .put("step", step.path("step").asText())
                .put("expected_result", step.path("expected_result").asText())
                .put("test_step_id", step.path("id").asInt())
                .put("actual_result", "");
    }

    private static String title(EntityRow row) {
        return Documents.stored(row.document()).path("title").asText();
    }
}
