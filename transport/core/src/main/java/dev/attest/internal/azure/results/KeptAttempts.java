package dev.attest.internal.azure.results;

import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the service is known to have of the attempts at one row. */
final class KeptAttempts {

    private final RetriedRow row;
    private final Map<Integer, String> ids = new HashMap<>();

    KeptAttempts(RetriedRow row) {
        this.row = row;
    }

    RetriedRow row() {
        return row;
    }

    List<Result> missing() {
        return row.missing().stream()
                .filter(attempt -> !ids.containsKey(attempt.attempt()))
                .toList();
    }

    /** Returns the ids of what was to be added. */
    List<String> ids() {
        return row.missing().stream()
                .map(attempt -> ids.getOrDefault(attempt.attempt(), ""))
                .toList();
    }

    /** Notes what a read tells: an attempt that has no number is the one at its place. */
    void found(List<JsonValue> subResults) {
        for (int i = 0; i < subResults.size(); i++) {
            int place = i < row.attempts().size() ? row.attempts().get(i).attempt() : 0;
            int number = number(subResults.get(i)).orElse(place);
            Reply.id(subResults.get(i)).ifPresent(id -> ids.putIfAbsent(number, id));
        }
    }

    /** Notes what the reply to a change tells: ids in the order in which they were asked for, if any. */
    boolean created(List<JsonValue> subResults) {
        List<Result> sent = missing();
        if (subResults.size() != sent.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            int number = sent.get(i).attempt();
            Reply.id(subResults.get(i)).ifPresent(id -> ids.put(number, id));
        }
        return true;
    }

    private static Optional<Integer> number(JsonValue subResult) {
        return subResult
                .get("sequenceId")
                .text()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
