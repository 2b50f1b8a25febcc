package dev.attest.standin.qacomplete;

import java.util.List;

/** How the items of a run stand. The status of the run follows from it, and nobody can set it. */
public record Tally(int tests, int passed, int failed, int blocked, int awaiting) {

    /** Counts the statuses of all items. */
    public static Tally of(List<String> statuses) {
        return new Tally(
                statuses.size(),
                count(statuses, "Passed"),
                count(statuses, "Failed"),
                count(statuses, "Blocked"),
                count(statuses, Statuses.AWAITING));
    }

    private static int count(List<String> statuses, String wanted) {
        return (int) statuses.stream().filter(wanted::equals).count();
    }

    /** Returns whether something is still to be run. */
    public boolean open() {
        return awaiting > 0;
    }

    /** Returns the status of the run; that it is this one of several that would do is assumed. */
    public String status() {
        if (awaiting == tests) {
            return Statuses.AWAITING;
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
