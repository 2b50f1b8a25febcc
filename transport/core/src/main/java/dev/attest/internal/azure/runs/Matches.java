package dev.attest.internal.azure.runs;

import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs of a service that bear the marker of a run, each once, so many at most. */
final class Matches {

    private final String marker;
    private final int most;
    private final Map<String, JsonValue> byId = new LinkedHashMap<>();

    Matches(Run run, int most) {
        this.marker = RunCreation.marker(run);
        this.most = most;
    }

    boolean isFull() {
        return byId.size() >= most;
    }

    /** Takes a run if it is one. */
    void add(JsonValue run) {
        if (run.get("comment").text().orElse("").contains(marker)) {
            Reply.id(run).ifPresent(id -> byId.putIfAbsent(id, run));
        }
    }

    List<JsonValue> runs() {
        return List.copyOf(byId.values());
    }
}
