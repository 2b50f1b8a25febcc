package dev.attest.internal.azure.runs;

import dev.attest.internal.json.JsonValue;
import java.util.Set;

/** The state of a run at the service: over if it accepts no results, shared if other hosts may change that. */
record RunState(boolean over, boolean shared) {

    private static final Set<String> OVER = Set.of("Completed", "Aborted", "NeedsInvestigation");

    static RunState of(JsonValue run) {
        return new RunState(
                OVER.contains(run.get("state").text().orElse("")),
                run.get("comment").text().orElse("").contains(RunCreation.SHARED));
    }
}
