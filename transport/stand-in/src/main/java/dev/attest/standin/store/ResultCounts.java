package dev.attest.standin.store;

import dev.attest.standin.store.OutcomeCounts.OutcomeCount;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code result_count}: the number of results with the same state and outcome, for each block of 1000 ids of
 * a run. It is changed in the transaction that changes the results, while that transaction holds the lock of the run.
 */
final class ResultCounts {

    /** The number of ids in a block. */
    static final int BLOCK = 1000;

    private record Counted(int block, String state, String outcome, String metadata) {

        static Counted of(ResultRow row) {
            return new Counted(row.id() / BLOCK, row.state(), row.outcome(), row.metadata());
        }
    }

    private final Map<Counted, Integer> changes = new HashMap<>();

    /** Counts a result that is added to a run, or that a change leads to. */
    void add(ResultRow row) {
        changes.merge(Counted.of(row), 1, Integer::sum);
    }

    /** Counts a result no longer. */
    void remove(ResultRow row) {
        changes.merge(Counted.of(row), -1, Integer::sum);
    }

    /** Stores the changes. */
    void store(Handle handle, int runId) {
        changes.values().removeIf(amount -> amount == 0);
        changes.forEach((counted, amount) -> {
            var changed = handle.execute(
                    "update result_count set amount = amount + ?"
                            + " where run_id = ? and block = ? and state = ? and outcome = ? and metadata = ?",
                    amount,
                    runId,
                    counted.block(),
                    counted.state(),
                    counted.outcome(),
                    counted.metadata());
            if (changed == 0) {
                handle.execute(
                        "insert into result_count (run_id, block, state, outcome, metadata, amount)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        runId,
                        counted.block(),
                        counted.state(),
                        counted.outcome(),
                        counted.metadata(),
                        amount);
            }
        });
    }

    /** Removes the counts of results that are not completed. */
    static void removeIncomplete(Handle handle, int runId) {
        handle.execute("delete from result_count where run_id = ? and state <> 'Completed'", runId);
    }

    /** Returns the number of results of a run by state and outcome. */
    static OutcomeCounts of(Handle handle, int runId) {
        return new OutcomeCounts(handle.createQuery(
                        "select state, outcome, metadata, sum(amount) as n from result_count"
                                + " where run_id = :run group by state, outcome, metadata having sum(amount) > 0"
                                + " order by state, outcome, metadata")
                .bind("run", runId)
                .map((row, context) -> new OutcomeCount(
                        row.getString("state"), row.getString("outcome"), row.getString("metadata"), row.getInt("n")))
                .list());
    }
}
