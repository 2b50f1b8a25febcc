package dev.attest.standin.store;

import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The links of a result: its bugs, in the table {@code result_bug}, and its test point. */
public final class ResultLinks {

    /** A result of a run. */
    public record ResultId(int runId, int id) {}

    private final Jdbi jdbi;

    ResultLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Deletes the bugs of results. */
    static void deleteBugs(Handle handle, int runId, Collection<Integer> results) {
        var batch = handle.prepareBatch("delete from result_bug where run_id = ? and result_id = ?");
        results.forEach(result -> batch.add(runId, result));
        batch.execute();
    }

    /** Stores the bugs of a result that has none. */
    static void addBugs(Handle handle, int runId, int result, List<Integer> bugs) {
        for (var bug : bugs) {
            handle.execute(
                    "insert into result_bug (run_id, result_id, work_item_id) values (?, ?, ?)", runId, result, bug);
        }
    }

    /** Stores the test point of a result. The point gets the outcome if the result is completed. */
    static void storePoint(Handle handle, ResultRow row, int point) {
        handle.execute("update result set point_id = ? where run_id = ? and id = ?", point, row.runId(), row.id());
        if (row.state().equals("Completed")) {
            PlanStore.applyOutcome(handle, row, point);
        }
    }

    /** Returns the ids of the bugs of a result. */
    public List<Integer> bugs(int runId, int resultId) {
        return jdbi.withHandle(handle -> handle.createQuery("select work_item_id from result_bug where run_id = :run"
                        + " and result_id = :result order by work_item_id")
                .bind("run", runId)
                .bind("result", resultId)
                .mapTo(Integer.class)
                .list());
    }

    /** Returns the results that link to a bug, newest first. */
    public List<ResultId> results(int bug) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select run_id, result_id from result_bug where work_item_id"
                                + " = :bug order by run_id desc, result_id desc fetch first 200 rows only")
                        .bind("bug", bug)
                        .map((row, context) -> new ResultId(row.getInt("run_id"), row.getInt("result_id")))
                        .list());
    }
}
