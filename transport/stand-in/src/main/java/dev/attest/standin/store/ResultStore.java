package dev.attest.standin.store;

import dev.attest.standin.store.ResultSearch.Searched;
import dev.attest.standin.store.SubResultStore.SubResultDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code result}. A batch is stored as a whole or not at all. */
public final class ResultStore {

    private final Jdbi jdbi;
    private final Clock clock;
    private final TestStore tests;

    ResultStore(Jdbi jdbi, Clock clock, TestStore tests) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tests = tests;
    }

    /**
     * Adds results to a run, and returns them in the same order. The ids in each run start at 100000. Returns empty if
     * the run does not exist.
     */
    public Optional<List<SavedResult>> add(int runId, List<ResultDraft> drafts) {
        // A test is never deleted, so its id is good until the results are stored.
        var known = jdbi.withHandle(handle -> ResultRun.find(handle, runId))
                .map(run -> tests.ids(run.project(), BatchTests.keys(drafts)))
                .orElseGet(Map::of);
        return jdbi.inTransaction(handle -> {
            var found = ResultRun.locked(handle, runId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var run = found.get();
            var next = run.nextResultId();
            var now = Database.now(clock);
            handle.createUpdate("update run set next_result_id = :next, updated_at = :now where id = :id")
                    .bind("next", next + drafts.size())
                    .bind("now", now)
                    .bind("id", runId)
                    .execute();
            var added = new ResultBatch(handle, run, now, known);
            for (var index = 0; index < drafts.size(); index++) {
                added.add(next + index, drafts.get(index));
            }
            return Optional.of(added.insert());
        });
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
            var run = ResultRun.find(handle, runId);
            var rows = rows(handle, runId, ids);
            if (run.isEmpty() || !rows.keySet().containsAll(ids)) {
                handle.rollback();
                return Optional.empty();
            }
            var changed = new ResultBatch(handle, run.get(), now, Map.of());
            for (var index = 0; index < ids.size(); index++) {
                var row = Objects.requireNonNull(rows.get(ids.get(index)));
                rows.put(row.id(), changed.change(row, change.apply(index, row)));
            }
            return Optional.of(changed.update());
        });
    }

    /** Returns one result of a run. */
    public Optional<ResultRow> find(int runId, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from result where run_id = :run and id = :id")
                .bind("run", runId)
                .bind("id", id)
                .map(ResultStore::row)
                .findOne());
    }

    /** Returns those of these results of a run that exist, by id. */
    public Map<Integer, ResultRow> find(int runId, List<Integer> ids) {
        return jdbi.withHandle(handle -> rows(handle, runId, ids));
    }

    /** Returns the first of these ids that no result of the run has. */
    public Optional<Integer> firstUnknown(int runId, List<Integer> ids) {
        var known = jdbi.withHandle(handle -> handle.createQuery("select r.id from unnest(cast(:ids as int array)) as"
                        + " asked (id) join result r on r.run_id = :run and r.id = asked.id")
                .bindArray("ids", Integer.class, ids)
                .bind("run", runId)
                .mapTo(Integer.class)
                .set());
        return ids.stream().filter(id -> !known.contains(id)).findFirst();
    }

    /** Returns those of these results that exist, by id. */
    static Map<Integer, ResultRow> rows(Handle handle, int runId, List<Integer> ids) {
        var rows = new HashMap<Integer, ResultRow>();
        // H2 reads the whole run for "id in (..)", and one row for each id of a join.
        handle.createQuery("select r.* from unnest(cast(:ids as int array)) as asked (id)"
                        + " join result r on r.run_id = :run and r.id = asked.id")
                .bindArray("ids", Integer.class, ids)
                .bind("run", runId)
                .map(ResultStore::row)
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Deletes the results of a run that are not completed. */
    public void deleteIncomplete(int runId) {
        jdbi.useTransaction(handle -> {
            handle.createQuery("select id from run where id = :id for update")
                    .bind("id", runId)
                    .mapTo(Integer.class)
                    .findOne();
            handle.execute("delete from result where run_id = ? and state <> 'Completed'", runId);
            ResultCounts.removeIncomplete(handle, runId);
            ResultSearch.deleteRest(handle, runId);
        });
    }

    static ResultRow row(ResultSet row, StatementContext context) throws SQLException {
        return new ResultRow(
                row.getInt("run_id"),
                row.getInt("id"),
                row.getString("title"),
                row.getString("outcome"),
                row.getString("state"),
                row.getBoolean("rerun"),
                row.getDouble("duration_ms"),
                row.getInt("revision"),
                row.getInt("next_sub_result_id"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"),
                row.getString("document"),
                ResultHistory.of(row));
    }

    /**
     * A stored result.
     *
     * @param nextSubResultId the id that its next sub-result gets
     */
    public record ResultRow(
            int runId,
            int id,
            String title,
            String outcome,
            String state,
            boolean rerun,
            double durationMs,
            int revision,
            int nextSubResultId,
            Instant createdAt,
            Instant updatedAt,
            String document,
            ResultHistory history) {

        /** Returns this result with another history. */
        ResultRow with(ResultHistory changed) {
            return new ResultRow(
                    runId,
                    id,
                    title,
                    outcome,
                    state,
                    rerun,
                    durationMs,
                    revision,
                    nextSubResultId,
                    createdAt,
                    updatedAt,
                    document,
                    changed);
        }

        /** Returns what the statistics of a run tell apart: {@code flaky}, {@code rerun} or empty. */
        String metadata() {
            return history.flaky() ? "flaky" : rerun ? "rerun" : "";
        }
    }

    /**
     * A new or changed result.
     *
     * @param test what the result adds to the history of its test
     * @param searched what the pages search of the result
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
            TestOccurrence test,
            Searched searched,
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
