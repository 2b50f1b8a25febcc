package dev.attest.internal.azure.runs;

import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the runs that have the marker of a run in their comment, without duplicates and up to a maximum. */
final class Matches {

    private final String marker;
    private final int max;
    private final Map<String, JsonValue> byId = new LinkedHashMap<>();

    Matches(Run run, int max) {
        this.marker = RunCreation.marker(run);
        this.max = max;
    }

    boolean isFull() {
        return byId.size() >= max;
    }

    /** Adds the run if it has the marker. */
    void add(JsonValue run) {
        if (run.get("comment").text().orElse("").contains(marker)) {
            Reply.id(run).ifPresent(id -> byId.putIfAbsent(id, run));
        }
    }

    List<JsonValue> runs() {
        return List.copyOf(byId.values());
    }
}
