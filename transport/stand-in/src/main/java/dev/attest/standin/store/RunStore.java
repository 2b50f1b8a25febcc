package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

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
        var id = jdbi.withHandle(handle -> bind(
                        handle.createUpdate("insert into run (project, name, state, build_id, automated, revision,"
                                + " created_at, updated_at, document) values (:project, :name, :state, :build,"
                                + " :automated, 2, :now, :now, :document)"),
                        draft)
                .bind("project", draft.project())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one());
        return find(id).orElseThrow();
    }

    private static Update bind(Update update, RunDraft draft) {
        return update.bind("name", draft.name())
                .bind("state", draft.state())
                .bind("build", draft.buildId())
                .bind("automated", draft.automated())
                .bind("document", draft.document());
    }

    /** Returns the run with this id. */
    public Optional<RunRow> find(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .map(RunStore::row)
                .findOne());
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
            bind(
                            handle.createUpdate("update run set name = :name, state = :state, build_id = :build,"
                                    + " automated = :automated, document = :document, revision = revision + 1,"
                                    + " updated_at = :now where id = :id"),
                            change.apply(found.get()))
                    .bind("id", id)
                    .bind("now", Database.now(clock))
                    .execute();
            return handle.createQuery("select * from run where id = :id")
                    .bind("id", id)
                    .map(RunStore::row)
                    .findOne();
        });
    }

    /** Returns the runs that match a query. */
    public List<RunRow> list(RunQuery query) {
        var where = new ArrayList<String>();
        where.add("1 = 1");
        require(where, query.project(), "lower(project) = lower(:project)");
        require(where, query.updatedFrom(), "updated_at >= :from");
        require(where, query.updatedTo(), "updated_at <= :to");
        require(where, query.name(), "name = :name");
        require(where, query.state(), "lower(state) = lower(:state)");
        require(where, query.automated(), "automated = :automated");
        if (!query.buildIds().isEmpty()) {
            where.add("build_id in (<builds>)");
        }
        var sql = "select * from run where " + String.join(" and ", where) + " order by id"
                + (query.newestFirst() ? " desc" : "") + " offset :skip rows fetch next :top rows only";
        return jdbi.withHandle(
                handle -> bound(handle, sql, query).map(RunStore::row).list());
    }

    private static Query bound(Handle handle, String sql, RunQuery query) {
        var statement = handle.createQuery(sql)
                .bind("skip", query.skip())
                .bind("top", query.top())
                .bind("project", query.project())
                .bind("from", time(query.updatedFrom()))
                .bind("to", time(query.updatedTo()))
                .bind("name", query.name())
                .bind("state", query.state())
                .bind("automated", query.automated());
        return query.buildIds().isEmpty() ? statement : statement.bindList("builds", query.buildIds());
    }

    private static void require(List<String> where, @Nullable Object value, String condition) {
        if (value != null) {
            where.add(condition);
        }
    }

    /** Returns the number of runs. */
    public int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from run")
                .mapTo(Integer.class)
                .one());
    }

    /** Deletes a run with all its rows in other tables. Returns whether it existed. */
    public boolean delete(int id) {
        return jdbi.withHandle(handle -> handle.execute("delete from run where id = ?", id) > 0);
    }

    /** Returns the number of results by state and outcome. */
    public OutcomeCounts counts(int id) {
        return jdbi.withHandle(handle -> ResultCounts.of(handle, id));
    }

    private static RunRow row(ResultSet row, StatementContext context) throws SQLException {
        var build = row.getInt("build_id");
        return new RunRow(
                row.getInt("id"),
                row.getString("project"),
                row.getString("name"),
                row.getString("state"),
                row.wasNull() ? null : build,
                row.getBoolean("automated"),
                row.getInt("revision"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"),
                row.getString("document"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A stored run. */
    public record RunRow(
            int id,
            String project,
            String name,
            String state,
            @Nullable Integer buildId,
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
            @Nullable Integer buildId,
            boolean automated,
            String document) {}
}
