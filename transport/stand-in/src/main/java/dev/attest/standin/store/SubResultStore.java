package dev.attest.standin.store;

import java.util.List;
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
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from sub_result where run_id = :run and result_id = :result and id = :id")
                .bind("run", runId)
                .bind("result", resultId)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
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

        /** Returns the number of sub-results, including the nested ones. */
        static int count(List<SubResultDraft> drafts) {
            return drafts.stream().mapToInt(draft -> 1 + count(draft.below())).sum();
        }
    }
}
