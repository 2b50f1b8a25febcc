package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code qac_run} and {@code qac_item}. */
public final class QaCompleteRunStore {

    private final Jdbi jdbi;
    private final Clock clock;

    QaCompleteRunStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Returns a new id for a step of an item. */
    public int stepId() {
        return jdbi.withHandle(handle -> handle.createQuery("select next value for qac_step")
                .mapTo(Integer.class)
                .one());
    }

    /** Inserts a run with its items, and returns it. The ids in the items are ignored. */
    public TestRunRow add(int project, String document, List<TestItemRow> items) {
        return jdbi.inTransaction(handle -> {
            var now = Database.now(clock);
            int id = handle.createUpdate("insert into qac_run (project, created_at, changed_at, document)"
                            + " values (:project, :now, :now, :document)")
                    .bind("project", project)
                    .bind("now", now)
                    .bind("document", document)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Integer.class)
                    .one();
            var batch = handle.prepareBatch(
                    "insert into qac_item (run_id, sequence, status, document) values (?, ?, ?, ?)");
            items.forEach(item -> batch.add(id, item.sequence(), item.status(), item.document()));
            if (!items.isEmpty()) {
                batch.execute();
            }
            return find(handle, id).orElseThrow();
        });
    }

    /** Returns the run with this id. */
    public Optional<TestRunRow> find(int id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<TestRunRow> find(Handle handle, int id) {
        return handle.createQuery("select * from qac_run where id = :id")
                .bind("id", id)
                .map(QaCompleteRunStore::runRow)
                .findOne();
    }

    /** Returns the runs of a project, ordered by id. */
    public List<TestRunRow> of(int project) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_run where project = :project order by id")
                        .bind("project", project)
                        .map(QaCompleteRunStore::runRow)
                        .list());
    }

    /** Returns the runs of all projects, newest first. */
    public List<TestRunRow> newest(int skip, int top) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from qac_run order by id desc offset :skip rows fetch next :top rows only")
                .bind("skip", skip)
                .bind("top", top)
                .map(QaCompleteRunStore::runRow)
                .list());
    }

    /** Returns the number of runs. */
    public int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from qac_run")
                .mapTo(Integer.class)
                .one());
    }

    /** Deletes a run with its items. */
    public void delete(int id) {
        jdbi.useHandle(handle -> handle.execute("delete from qac_run where id = ?", id));
    }

    /** Returns the items of a run, ordered by sequence. */
    public List<TestItemRow> items(int runId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_item where run_id = :run order by sequence")
                        .bind("run", runId)
                        .map(QaCompleteRunStore::itemRow)
                        .list());
    }

    /** Returns an item of a run. */
    public Optional<TestItemRow> item(int runId, int id) {
        return jdbi.withHandle(handle -> item(handle, runId, id, ""));
    }

    private static Optional<TestItemRow> item(Handle handle, int runId, int id, String lock) {
        return handle.createQuery("select * from qac_item where run_id = :run and id = :id" + lock)
                .bind("run", runId)
                .bind("id", id)
                .map(QaCompleteRunStore::itemRow)
                .findOne();
    }

    /** Changes status and document of an item in one transaction. Returns empty if the item does not exist. */
    public Optional<TestItemRow> change(int runId, int id, UnaryOperator<TestItemRow> change) {
        return jdbi.inTransaction(handle -> {
            var changed = item(handle, runId, id, " for update").map(change);
            changed.ifPresent(item -> write(handle, item));
            return changed;
        });
    }

    private void write(Handle handle, TestItemRow item) {
        var now = Database.now(clock);
        handle.execute(
                "update qac_item set status = ?, document = ? where id = ?", item.status(), item.document(), item.id());
        handle.execute(
                "update qac_run set started_at = coalesce(started_at, ?), changed_at = ? where id = ?",
                now,
                now,
                item.runId());
    }

    private static TestRunRow runRow(ResultSet row, StatementContext context) throws SQLException {
        var started = row.getObject("started_at", OffsetDateTime.class);
        return new TestRunRow(
                row.getInt("id"),
                row.getInt("project"),
                Database.instant(row, "created_at"),
                started == null ? null : started.toInstant(),
                Database.instant(row, "changed_at"),
                row.getString("document"));
    }

    private static TestItemRow itemRow(ResultSet row, StatementContext context) throws SQLException {
        return new TestItemRow(
                row.getInt("id"),
                row.getInt("run_id"),
                row.getInt("sequence"),
                row.getString("status"),
                row.getString("document"));
    }

    /**
     * A stored test run of QAComplete.
     *
     * @param startedAt the time of the first change of an item
     * @param changedAt the time of the last change of an item
     */
    public record TestRunRow(
            int id,
            int project,
            Instant createdAt,
            @Nullable Instant startedAt,
            Instant changedAt,
            String document) {}

    /**
     * One test of a test run.
     *
     * @param id 0 before it is stored
     * @param sequence the position in the run, from 1
     */
    public record TestItemRow(int id, int runId, int sequence, String status, String document) {}
}
