package dev.attest.internal.azure.results;

import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attempts of one result that the service is known to have. */
final class ExistingAttempts {

    private final RetriedRow row;
    private final Map<Integer, String> ids = new HashMap<>();

    ExistingAttempts(RetriedRow row) {
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

    /** Returns the ids of the attempts to add; an empty text for each unknown id. */
    List<String> ids() {
        return row.missing().stream()
                .map(attempt -> ids.getOrDefault(attempt.attempt(), ""))
                .toList();
    }

    /** Records the sub-results that were read. One without a number is identified by its position. */
    void found(List<JsonValue> subResults) {
        for (int i = 0; i < subResults.size(); i++) {
            int place = i < row.attempts().size() ? row.attempts().get(i).attempt() : 0;
            int number = number(subResults.get(i)).orElse(place);
            Reply.id(subResults.get(i)).ifPresent(id -> ids.putIfAbsent(number, id));
        }
    }

    /** Records the ids of sub-results that were just created, in order. Returns false if their number differs. */
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
