package dev.attest.standin.pages;

import dev.attest.standin.store.OutcomeCounts;
import dev.attest.standin.store.RunStore.RunRow;
import java.util.List;

/** A run with its counts. */
record RunLine(
        int id,
        String name,
        String project,
        String state,
        Moment started,
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
                new Moment(row.createdAt()),
                counts.total(),
                counts.completed("Passed"),
                counts.completed("Failed") + counts.completed("Error") + counts.completed("Timeout"),
                counts.incomplete());
    }

    /** Returns the parts of the bar, which together end where the bar ends. */
    List<BarPart> bar() {
        return BarPart.of(total, passed, failed, waiting);
    }

    /** Returns which part of the results that are completed and counted has passed; empty if there is none. */
    String passRate() {
        var counted = passed + failed;
        if (counted == 0) {
            return "";
        }
        // 9,999 of 10,000 are not all.
        return Math.floorDiv(1000L * passed, counted) / 10.0 + " % passed";
    }

    String summary() {
        var other = total - passed - failed - waiting;
        return passed + " passed, " + failed + " failed" + (other > 0 ? ", " + other + " other" : "")
                + (waiting > 0 ? ", " + waiting + " not completed" : "");
    }
}
