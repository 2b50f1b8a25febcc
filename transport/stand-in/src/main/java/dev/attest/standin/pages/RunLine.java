package dev.attest.standin.pages;

import dev.attest.standin.store.OutcomeCounts;
import dev.attest.standin.store.RunStore.RunRow;

/** A run with its counts. */
record RunLine(
        int id,
        String name,
        String project,
        String state,
        String started,
        int total,
        int passed,
        int failed,
        int waiting) {

    static RunLine of(RunRow row, OutcomeCounts counts) {
        return new RunLine(
                row.id(),
                PageText.visible(row.name()),
                row.project(),
                row.state(),
                PageText.time(row.createdAt()),
                counts.total(),
                counts.completed("Passed"),
                counts.completed("Failed") + counts.completed("Error") + counts.completed("Timeout"),
                counts.incomplete());
    }

    int passedShare() {
        return share(passed);
    }

    int failedShare() {
        return failed == 0 ? 0 : Math.max(1, share(failed));
    }

    int waitingShare() {
        return share(waiting);
    }

    private int share(int part) {
        return total == 0 ? 0 : (int) (100L * part / total);
    }

    String summary() {
        var other = total - passed - failed - waiting;
        return passed + " passed, " + failed + " failed" + (other > 0 ? ", " + other + " other" : "")
                + (waiting > 0 ? ", " + waiting + " not completed" : "");
    }
}
