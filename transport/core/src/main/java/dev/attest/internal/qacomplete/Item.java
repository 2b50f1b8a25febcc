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
        return Reply.id(json)
                .flatMap(id -> Reply.id(json, "test_id").map(testId -> {
                    List<Step> steps = json.get("test_run_results").items().stream()
                            .map(Step::of)
                            .flatMap(Optional::stream)
                            .toList();
                    return new Item(
                            id,
                            testId,
                            text(json, "test_name"),
                            steps,
                            text(json, "status_code"),
                            text(json, "file_report"),
                            text(json, "file_log"));
                }));
    }

    private static String text(JsonValue json, String name) {
        return json.get(name).text().orElse("");
    }

    /** A step of the test: the id of its result and its number, from 1. */
    record Step(String id, int seq) {

        private static final String NUMBER = "\\d{1,6}";

        private static Optional<Step> of(JsonValue json) {
            return Reply.id(json)
                    .flatMap(id -> json.get("seq")
                            .text()
                            .filter(seq -> seq.matches(NUMBER))
                            .map(seq -> new Step(id, Integer.parseInt(seq))));
        }
    }
}
