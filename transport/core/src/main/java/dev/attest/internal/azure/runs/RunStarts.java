package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When runs started, as the service knows it. The clock of a JVM that completes a run may be behind that of the JVM or
 * host that created it, or was set back since. Thread-safe.
 */
record RunStarts(AzureApi api, Map<String, Instant> byRun) {

    RunStarts(AzureApi api) {
        this(api, new ConcurrentHashMap<>());
    }

    void note(String runId, JsonValue run) {
        Optional<Instant> started = Times.parse(run.text("startedDate"));
        if (started.isPresent()) {
            byRun.put(runId, started.get());
        }
    }

    /** Returns the end to send: this one, or the first that is after the start of the run. */
    Instant endAfterStart(String runId, Instant end) throws NotDeliveredException {
        Optional<Instant> started = startOf(runId);
        Instant first = started.isPresent() ? started.get().plusMillis(1) : end;
        return Times.millis(end.isBefore(first) ? first : end);
    }

    private Optional<Instant> startOf(String runId) throws NotDeliveredException {
        Instant known = byRun.get(runId);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            note(
                    runId,
                    api.get("look when the test run started", api.urls().run(runId))
                            .json());
            return Optional.ofNullable(byRun.get(runId));
        } catch (NotDeliveredException e) {
            if (e.refused()) {
                return Optional.empty(); // the run may be deleted, which the refusal of its completion says better
            }
            throw e;
        }
    }
}
