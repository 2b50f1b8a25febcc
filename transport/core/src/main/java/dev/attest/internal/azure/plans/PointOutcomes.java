package dev.attest.internal.azure.plans;

import dev.attest.spi.Outcome;
import java.util.HashMap;
import java.util.Map;

/**
 * The outcomes of the test points of each run. The service shows the outcome of the last row of a point. If several
 * rows belong to one test case, as with parameters, only the worst of them may update the point.
 */
final class PointOutcomes {

    private final Map<String, Outcome> worst = new HashMap<>();

    /** Records the outcome and returns true, unless the point has a worse one. False means not to update the point. */
    boolean record(String runId, TestPoint point, Outcome outcome) {
        String key = runId + "/" + point.id();
        Outcome current = worst.getOrDefault(key, outcome);
        if (severity(current) > severity(outcome)) {
            return false;
        }
        worst.put(key, outcome);
        return true;
    }

    private static int severity(Outcome outcome) {
        return switch (outcome) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case NOT_STARTED -> 2;
            case ABORTED -> 3;
            case FAILED -> 4;
        };
    }
}
