package dev.attest.internal.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service knows of a test from before its last result.
 *
 * @param since where its failures began, if an earlier build failed too; null if none did, or the service does not say
 * @param earlier results of earlier builds of the same pipeline and branch, the newest first
 * @param days the days that these cover; 0 if there are more of them than were read
 */
public record TestPast(@Nullable FailingSince since, List<PastResult> earlier, int days) {

    public TestPast {
        earlier = List.copyOf(earlier);
    }

    int failures() {
        int failures = 0;
        for (PastResult result : earlier) {
            failures += result.failedAtFirst() ? 1 : 0;
        }
        return failures;
    }

    /** Returns how many of the latest results in a row have passed at once. */
    int passedInARow() {
        int passed = 0;
        while (passed < earlier.size() && !earlier.get(passed).failedAtFirst()) {
            passed++;
        }
        return passed;
    }

    /** Returns whether the latest earlier result is a failure. */
    boolean failedLast() {
        return since != null || isFailed(0);
    }

    /** Returns where the failures began that the earlier results end with, as far as is known. */
    FailingSince failing() {
        if (since != null) {
            return since;
        }
        int first = failedInARow() - 1;
        return new FailingSince(earlier.get(first).at(), earlier.get(first).build());
    }

    /** Returns whether the failures may have begun before the earliest known result. */
    boolean mayFailLonger() {
        return since == null && failedInARow() == earlier.size();
    }

    private int failedInARow() {
        int failed = 0;
        while (isFailed(failed)) {
            failed++;
        }
        return failed;
    }

    /**
     * Returns whether the test fails and passes by turns: it passed only after a retry, came back from failures at
     * least twice, or failed a few builds ago, and neither before nor after that.
     */
    boolean isFlaky() {
        int recoveries = 0;
        for (int i = 0; i < earlier.size(); i++) {
            if (earlier.get(i).verdict() == PastResult.Verdict.RETRIED) {
                return true;
            }
            boolean recovered = isFailed(i) && i > 0 && !isFailed(i - 1);
            boolean alone = recovered && i + 1 < earlier.size() && !isFailed(i + 1);
            if (alone && i < Judgement.ENOUGH) {
                return true;
            }
            recoveries += recovered ? 1 : 0;
        }
        return recoveries > 1;
    }

    private boolean isFailed(int index) {
        return index < earlier.size() && earlier.get(index).verdict() == PastResult.Verdict.FAILED;
    }

    /** Returns the durations of the results that passed, in ascending order. */
    List<Long> durations() {
        List<Long> durations = new ArrayList<>();
        for (PastResult result : earlier) {
            if (result.verdict() == PastResult.Verdict.PASSED) {
                durations.add(result.millis());
            }
        }
        durations.sort(null);
        return durations;
    }
}
