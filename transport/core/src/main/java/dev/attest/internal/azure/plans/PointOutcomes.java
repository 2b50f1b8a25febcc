package dev.attest.internal.azure.plans;

import dev.attest.spi.Outcome;
import java.util.HashMap;
import java.util.Map;

/**
 * Which outcome each test point of a run was given. A point shows that of its last row; where several rows are of one
 * test case, as with parameters, it is to be the worst of them.
 */
final class PointOutcomes {

    private final Map<String, Outcome> worst = new HashMap<>();

    /** Returns whether the point is to show that outcome, since it was given no worse one, and notes it. */
    boolean takes(String runId, TestPoint point, Outcome outcome) {
        String key = runId + "/" + point.id();
        Outcome given = worst.getOrDefault(key, outcome);
        if (badness(given) > badness(outcome)) {
            return false;
        }
        worst.put(key, outcome);
        return true;
    }

    private static int badness(Outcome outcome) {
        return switch (outcome) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case NOT_STARTED -> 2;
            case ABORTED -> 3;
            case FAILED -> 4;
        };
    }
}
