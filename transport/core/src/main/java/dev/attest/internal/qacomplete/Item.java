package dev.attest.internal.qacomplete;

import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A test in a test run.
 *
 * @param id of the item
 * @param name title of the test
 * @param steps of the test, in the order of the service
 * @param report description of the report on the item; empty for none
 * @param log description of the log on the item; empty for none
 */
record Item(String id, String testId, String name, List<Step> steps, String status, String report, String log) {

    Item {
        steps = List.copyOf(steps);
    }

    /** Returns the item, or nothing if the JSON lacks an id. */
    static Optional<Item> of(JsonValue json) {
        Optional<String> id = Reply.id(json);
        Optional<String> testId = Reply.id(json, "test_id");
        if (id.isEmpty() || testId.isEmpty()) {
            return Optional.empty();
        }
        List<Step> steps = json.get("test_run_results").items().stream()
                .flatMap(step -> Step.of(step).stream())
                .toList();
        return Optional.of(new Item(
                id.get(),
                testId.get(),
                json.text("test_name"),
                steps,
                json.text("status_code"),
                json.text("file_report"),
                json.text("file_log")));
    }

    /** A step of the test: the id of its result and its number, from 1. */
    record Step(String id, int seq) {

        private static Optional<Step> of(JsonValue json) {
            return Reply.id(json).flatMap(id -> json.get("seq").number().map(seq -> new Step(id, seq)));
        }
    }
}
