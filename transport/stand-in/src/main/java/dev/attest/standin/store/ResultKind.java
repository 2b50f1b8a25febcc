package dev.attest.standin.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The results of a run that have the same state and outcome.
 *
 * @param count the number of these results
 */
record ResultKind(String state, String outcome, int count) {

    /** Returns the kinds of results of a run. */
    static List<ResultKind> of(Handle handle, int runId) {
        return handle.createQuery("select state, outcome, sum(amount) as n from result_count where run_id = :run"
                        + " group by state, outcome having sum(amount) > 0")
                .bind("run", runId)
                .map((row, context) ->
                        new ResultKind(row.getString("state"), row.getString("outcome"), row.getInt("n")))
                .list();
    }

    /** Returns 0 for failures, 1 for other results that are not completed, 3 for passed ones, else 2. */
    int rank() {
        if (Verdict.FAILURES.contains(outcome)) {
            return 0;
        }
        return !state.equals("Completed") ? 1 : outcome.equals("Passed") ? 3 : 2;
    }
}
