package dev.attest.internal.azure.runs;

import dev.attest.internal.json.JsonValue;
import java.util.Set;

/**
 * How a run was found.
 *
 * @param over whether it is shown as over, and takes no results
 * @param shared whether other hosts may change that
 */
record RunLook(boolean over, boolean shared) {

    private static final Set<String> OVER = Set.of("Completed", "Aborted", "NeedsInvestigation");

    static RunLook of(JsonValue run) {
        return new RunLook(
                OVER.contains(run.get("state").text().orElse("")),
                run.get("comment").text().orElse("").contains(RunCreation.SHARED));
    }
}
