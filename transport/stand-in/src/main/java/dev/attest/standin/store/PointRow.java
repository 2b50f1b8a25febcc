package dev.attest.standin.store;

import java.time.Instant;

/**
 * A test point as it is kept: a test case in a suite, for one configuration.
 *
 * @param runId of the last completed result, 0 when there was none
 */
public record PointRow(
        int id,
        SuiteRow suite,
        PlanRow plan,
        int caseId,
        int configurationId,
        String configuration,
        String outcome,
        int runId,
        int resultId,
        int revision,
        Instant updatedAt) {

    /** Returns how far the point is: a result that did not pass leaves it to be looked at. */
    public String state() {
        return runId == 0 ? "Ready" : outcome.equals("Passed") ? "Completed" : "NotReady";
    }

    /** Returns the state of its last result. */
    public String lastResultState() {
        return runId == 0 ? "Unspecified" : "Completed";
    }
}
