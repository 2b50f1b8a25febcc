package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The table {@code run}. */
public final class RunStore {

    private final Jdbi jdbi;
    private final Clock clock;

    RunStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Inserts a run, and returns it. As in recordings of the service, its first revision is 2. */
    public RunRow add(RunDraft draft) {
        var now = Database.now(clock);
        return jdbi.inTransaction(handle -> {
            int id = bind(
                            handle.createUpdate("insert into run (project, name, state, automated, revision,"
                                    + " created_at, updated_at, document, line_id, origin) values (:project, :name, :state,"
                                    + " :automated, 2, :now, :now, :document, :line, :origin)"),
                            draft)
                    .bind("line", draft.origin().line(handle, draft.project()))
                    .bind("origin", draft.origin().reference())
                    .bind("project", draft.project())
                    .bind("now", now)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Integer.class)
                    .one();
            addReferences(handle, id, draft);
            return find(handle, id).orElseThrow();
        });
    }

    private static Update bind(Update update, RunDraft draft) {
        return update.bind("name", draft.name())
                .bind("state", draft.state())
                .bind("automated", draft.automated())
                .bind("document", draft.document());
    }

    private static void addReferences(Handle handle, int id, RunDraft draft) {
        var batch = handle.prepareBatch("insert into run_reference (run_id, kind, target) values (?, ?, ?)");
        draft.references().forEach((kind, target) -> batch.add(id, kind.name(), target));
        if (!draft.references().isEmpty()) {
            batch.execute();
        }
    }

    /** Returns the run with this id. */
    public Optional<RunRow> find(int id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<RunRow> find(Handle handle, int id) {
        return handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .map(RunStore::row)
                .findOne();
    }

    /** Changes a run in one transaction, increases its revision, and returns the changed row. */
    public Optional<RunRow> change(int id, Function<RunRow, RunDraft> change) {
        return jdbi.inTransaction(handle -> {
            var found = handle.createQuery("select * from run where id = :id for update")
                    .bind("id", id)
                    .map(RunStore::row)
                    .findOne();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var draft = change.apply(found.get());
            bind(
                            handle.createUpdate("update run set name = :name, state = :state, automated = :automated,"
                                    + " document = :document, revision = revision + 1, updated_at = :now"
                                    + " where id = :id"),
                            draft)
                    .bind("id", id)
                    .bind("now", Database.now(clock))
                    .execute();
            handle.execute("delete from run_reference where run_id = ?", id);
            addReferences(handle, id, draft);
            place(handle, id, draft);
            return find(handle, id);
        });
    }

    /** Moves a run with its results to the history line of its origin, if that has changed. */
    private static void place(Handle handle, int id, RunDraft draft) {
        var line = draft.origin().line(handle, draft.project());
        var origin = draft.origin().reference();
        var moved = handle.execute(
                "update run set line_id = ?, origin = ? where id = ? and (line_id <> ? or origin <> ?)",
                line,
                origin,
                id,
                line,
                origin);
        if (moved > 0) {
            handle.execute("update result set line_id = ?, since_at = null where run_id = ?", line, id);
            new FailureChains(handle).storeAll(id, origin);
        }
    }

    /** Returns the runs that match a query. */
    public List<RunRow> list(RunQuery query) {
        return jdbi.withHandle(
                handle -> RunSelection.of(query, handle).map(RunStore::row).list());
    }

    /** Returns the number of runs. */
    public int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from run")
                .mapTo(Integer.class)
                .one());
    }

    /** Deletes a run with all its rows in other tables. Returns whether it existed. */
    public boolean delete(int id) {
        return jdbi.inTransaction(handle -> {
            var deleted = handle.execute("delete from run where id = ?", id) > 0;
            ResultSearch.deleteRest(handle, id);
            return deleted;
        });
    }

    /** Returns the number of results by state and outcome. */
    public OutcomeCounts counts(int id) {
        return jdbi.withHandle(handle -> ResultCounts.of(handle, id));
    }

    private static RunRow row(ResultSet row, StatementContext context) throws SQLException {
        return new RunRow(
                row.getInt("id"),
                row.getString("project"),
                row.getString("name"),
                row.getString("state"),
                row.getBoolean("automated"),
                row.getInt("revision"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"),
                row.getString("document"));
    }

    /** A stored run. */
    public record RunRow(
            int id,
            String project,
            String name,
            String state,
            boolean automated,
            int revision,
            Instant createdAt,
            Instant updatedAt,
            String document) {

        /** Returns whether the run is completed or aborted. */
        public boolean ended() {
            return state.equals("Completed") || state.equals("Aborted");
        }
    }

    /** A new or changed run. */
    public record RunDraft(
            String project,
            String name,
            String state,
            boolean automated,
            Map<RunReference, String> references,
            String document,
            RunOrigin origin) {

        /** Copies the map. */
        public RunDraft {
            references = Map.copyOf(references);
        }
    }
}
