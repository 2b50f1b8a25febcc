package dev.attest.standin.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code sub_result}. Rows are only added, never changed. */
public final class SubResultStore {

    private final Jdbi jdbi;

    SubResultStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns all sub-results of a result, ordered by id. */
    public List<SubResultRow> of(int runId, int resultId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from sub_result where run_id = :run and result_id = :result order by id")
                .bind("run", runId)
                .bind("result", resultId)
                .map((row, context) ->
                        new SubResultRow(row.getInt("id"), row.getInt("parent_id"), row.getString("document")))
                .list());
    }

    /** Returns whether a result has this sub-result. */
    public boolean exists(int runId, int resultId, int id) {
        return of(runId, resultId).stream().anyMatch(row -> row.id() == id);
    }

    static List<Integer> add(Handle handle, int runId, int resultId, List<SubResultDraft> drafts) {
        var ids = new ArrayList<Integer>();
        for (var draft : drafts) {
            ids.add(add(handle, runId, resultId, 0, draft));
        }
        return ids;
    }

    private static int add(Handle handle, int runId, int resultId, int parent, SubResultDraft draft) {
        var id = handle.createQuery("select next_sub_result_id from result where run_id = :run and id = :result")
                .bind("run", runId)
                .bind("result", resultId)
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "update result set next_sub_result_id = next_sub_result_id + 1 where run_id = ? and id = ?",
                runId,
                resultId);
        handle.execute(
                "insert into sub_result (run_id, result_id, id, parent_id, document) values (?, ?, ?, ?, ?)",
                runId,
                resultId,
                id,
                parent,
                draft.document());
        for (var child : draft.below()) {
            add(handle, runId, resultId, id, child);
        }
        return id;
    }

    /**
     * A stored sub-result.
     *
     * @param parentId 0 on the top level
     */
    public record SubResultRow(int id, int parentId, String document) {}

    /** A new sub-result, with the nested ones. */
    public record SubResultDraft(String document, List<SubResultDraft> below) {

        /** Copies the list. */
        public SubResultDraft {
            below = List.copyOf(below);
        }
    }
}
