package dev.attest.standin.store;

import dev.attest.standin.store.SubResultStore.SubResultDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code result}. A batch is stored as a whole or not at all. */
public final class ResultStore {

    private static final String WORST_FIRST = "case when outcome in ('Failed', 'Error', 'Timeout', 'Aborted') then 0"
            + " when state <> 'Completed' then 1 when outcome = 'Passed' then 3 else 2 end, outcome, id";

    private final Jdbi jdbi;
    private final Clock clock;

    ResultStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Adds results to a run, and returns them in the same order. The ids in each run start at 100000. Returns empty if
     * the run does not exist.
     */
    public Optional<List<SavedResult>> add(int runId, List<ResultDraft> drafts) {
        return jdbi.inTransaction(handle -> {
            var found = handle.createQuery("select next_result_id from run where id = :id for update")
                    .bind("id", runId)
                    .mapTo(Integer.class)
                    .findOne();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int next = found.get();
            var now = Database.now(clock);
            handle.createUpdate("update run set next_result_id = :next, updated_at = :now where id = :id")
                    .bind("next", next + drafts.size())
                    .bind("now", now)
                    .bind("id", runId)
                    .execute();
            insert(handle, runId, next, drafts, now);
            var saved = new ArrayList<SavedResult>();
            for (var index = 0; index < drafts.size(); index++) {
                var id = next + index;
                var added =
                        SubResultStore.add(handle, runId, id, drafts.get(index).added());
                var row = find(handle, runId, id).orElseThrow();
                storeLinks(handle, row, drafts.get(index));
                saved.add(new SavedResult(row, added));
            }
            return Optional.of(saved);
        });
    }

    private static void insert(Handle handle, int runId, int first, List<ResultDraft> drafts, OffsetDateTime now) {
        if (drafts.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("insert into result (run_id, id, title, outcome, state, rerun, duration_ms,"
                + " revision, created_at, updated_at, document) values (:run, :id, :title, :outcome, :state, :rerun,"
                + " :duration, 1, :now, :now, :document)");
        var id = first;
        for (var draft : drafts) {
            batch.bind("run", runId)
                    .bind("id", id++)
                    .bind("title", draft.title())
                    .bind("outcome", draft.outcome())
                    .bind("state", draft.state())
                    .bind("rerun", draft.rerun())
                    .bind("duration", draft.durationMs())
                    .bind("now", now)
                    .bind("document", draft.document())
                    .add();
        }
        batch.execute();
    }

    /**
     * Changes results of a run in one transaction, increases their revisions, and returns them in the order of
     * {@code ids}. The {@code change} gets the index in {@code ids}. If it throws, nothing is changed.
     */
    public Optional<List<SavedResult>> change(
            int runId, List<Integer> ids, BiFunction<Integer, ResultRow, ResultDraft> change) {
        return jdbi.inTransaction(handle -> {
            var now = Database.now(clock);
            handle.createUpdate("update run set updated_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", runId)
                    .execute();
            var saved = new ArrayList<SavedResult>();
            for (var index = 0; index < ids.size(); index++) {
                var found = find(handle, runId, ids.get(index));
                if (found.isEmpty()) {
                    handle.rollback();
                    return Optional.empty();
                }
                saved.add(change(handle, found.get(), change.apply(index, found.get()), now));
            }
            return Optional.of(saved);
        });
    }

    private static SavedResult change(Handle handle, ResultRow row, ResultDraft draft, OffsetDateTime now) {
        handle.createUpdate("update result set title = :title, outcome = :outcome, state = :state, rerun = :rerun,"
                        + " duration_ms = :duration, revision = revision + 1, updated_at = :now, document = :document"
                        + " where run_id = :run and id = :id")
                .bind("title", draft.title())
                .bind("outcome", draft.outcome())
                .bind("state", draft.state())
                .bind("rerun", draft.rerun())
                .bind("duration", draft.durationMs())
                .bind("now", now)
                .bind("document", draft.document())
                .bind("run", row.runId())
                .bind("id", row.id())
                .execute();
        var added = SubResultStore.add(handle, row.runId(), row.id(), draft.added());
        var changed = find(handle, row.runId(), row.id()).orElseThrow();
        ResultLinks.store(handle, changed, draft);
        return new SavedResult(changed, added);
    }

    /** Stores the links of a new result. Most results have none, which then costs no statement. */
    private static void storeLinks(Handle handle, ResultRow row, ResultDraft draft) {
        if (draft.pointId() != 0 || !draft.bugs().isEmpty()) {
            ResultLinks.store(handle, row, draft);
        }
    }

    /** Returns one result of a run. */
    public Optional<ResultRow> find(int runId, int id) {
        return jdbi.withHandle(handle -> find(handle, runId, id));
    }

    private static Optional<ResultRow> find(Handle handle, int runId, int id) {
        return handle.createQuery("select * from result where run_id = :run and id = :id")
                .bind("run", runId)
                .bind("id", id)
                .map(ResultStore::row)
                .findOne();
    }

    /** Returns a page of the results of a run, ordered by id. An empty list of outcomes means all. */
    public List<ResultRow> list(int runId, List<String> outcomes, int skip, int top) {
        return list(runId, outcomes, skip, top, "id");
    }

    /** Returns a page of the results, failures first and passed ones last. */
    public List<ResultRow> worstFirst(int runId, List<String> outcomes, int skip, int top) {
        return list(runId, outcomes, skip, top, WORST_FIRST);
    }

    private List<ResultRow> list(int runId, List<String> outcomes, int skip, int top, String order) {
        var sql =
                "select * from result where run_id = :run" + (outcomes.isEmpty() ? "" : " and outcome in (<outcomes>)")
                        + " order by " + order + " offset :skip rows fetch next :top rows only";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("run", runId)
                    .bind("skip", skip)
                    .bind("top", top);
            if (!outcomes.isEmpty()) {
                query.bindList("outcomes", outcomes);
            }
            return query.map(ResultStore::row).list();
        });
    }

    /** Deletes the results of a run that are not completed. */
    public void deleteIncomplete(int runId) {
        jdbi.useHandle(handle -> handle.execute("delete from result where run_id = ? and state <> 'Completed'", runId));
    }

    private static ResultRow row(ResultSet row, StatementContext context) throws SQLException {
        return new ResultRow(
                row.getInt("run_id"),
                row.getInt("id"),
                row.getString("title"),
                row.getString("outcome"),
                row.getString("state"),
                row.getBoolean("rerun"),
                row.getDouble("duration_ms"),
                row.getInt("revision"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"),
                row.getString("document"));
    }

    /** A stored result. */
    public record ResultRow(
            int runId,
            int id,
            String title,
            String outcome,
            String state,
            boolean rerun,
            double durationMs,
            int revision,
            Instant createdAt,
            Instant updatedAt,
            String document) {}

    /**
     * A new or changed result.
     *
     * @param pointId the test point of the result; 0 for none
     * @param bugs the ids of work items, without duplicates
     * @param added the sub-results to append
     */
    public record ResultDraft(
            String title,
            String outcome,
            String state,
            boolean rerun,
            double durationMs,
            String document,
            int pointId,
            List<Integer> bugs,
            List<SubResultDraft> added) {

        /** Copies the lists. */
        public ResultDraft {
            bugs = List.copyOf(bugs);
            added = List.copyOf(added);
        }
    }

    /** A stored result, and the ids of the top-level sub-results that were appended. */
    public record SavedResult(ResultRow row, List<Integer> addedSubResults) {

        /** Copies the list. */
        public SavedResult {
            addedSubResults = List.copyOf(addedSubResults);
        }
    }
}
