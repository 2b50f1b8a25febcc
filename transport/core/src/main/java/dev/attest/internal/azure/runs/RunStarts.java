package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When runs started, as the service knows it. The clock of a JVM that completes a run may be behind that of the JVM or
 * host that created it, or was set back since. Thread-safe.
 */
record RunStarts(Map<String, Instant> byRun) {

    RunStarts() {
        this(new ConcurrentHashMap<>());
    }

    void note(String runId, JsonValue run) {
        Optional<Instant> started = Times.parse(run.text("startedDate"));
        if (started.isPresent()) {
            byRun.put(runId, started.get());
        }
    }

    boolean isKnown(String runId) {
        return byRun.containsKey(runId);
    }

    /** Returns the end to send: this one, or the first that is after the start of the run. */
    Instant endAfterStart(String runId, Instant end) {
        Instant started = byRun.get(runId);
        Instant first = started == null ? end : started.plusMillis(1);
        return Times.millis(end.isBefore(first) ? first : end);
    }
}
