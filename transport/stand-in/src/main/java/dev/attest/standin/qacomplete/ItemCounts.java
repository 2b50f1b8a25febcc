package dev.attest.standin.qacomplete;

import java.util.List;

/** The number of items of a run by status. The status of the run is computed from it and cannot be set. */
public record ItemCounts(int tests, int passed, int failed, int blocked, int awaiting) {

    /** Counts the statuses of all items. */
    public static ItemCounts of(List<String> statuses) {
        return new ItemCounts(
                statuses.size(),
                count(statuses, "Passed"),
                count(statuses, "Failed"),
                count(statuses, "Blocked"),
                count(statuses, StatusChoices.AWAITING));
    }

    private static int count(List<String> statuses, String wanted) {
        return (int) statuses.stream().filter(wanted::equals).count();
    }

    /** Returns whether an item is still to be run. */
    public boolean open() {
        return awaiting > 0;
    }

    /** Returns the status of the run. Which one it is when several fit is assumed. */
    public String status() {
        if (awaiting == tests) {
            return StatusChoices.AWAITING;
        }
        if (open()) {
            return "In Progress";
        }
        if (failed > 0) {
            return "Failed";
        }
        if (blocked > 0) {
            return "Blocked";
        }
        return passed > 0 ? "Passed" : "Incomplete";
    }
}
