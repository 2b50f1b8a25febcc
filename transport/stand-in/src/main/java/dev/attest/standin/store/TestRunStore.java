package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code qac_run} and {@code qac_item}. */
public final class TestRunStore {

    private final Jdbi jdbi;
    private final Clock clock;

    TestRunStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Returns an id for a step of an item, another one each time. */
    public int stepId() {
        return jdbi.withHandle(handle -> handle.createQuery("select next value for qac_step")
                .mapTo(Integer.class)
                .one());
    }

    /** Adds a run with its items, whose ids and runs are not looked at, and returns it. */
    public TestRunRow add(int project, String document, List<TestItemRow> items) {
        return jdbi.inTransaction(handle -> {
            var now = RunStore.now(clock);
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
                .map(TestRunStore::runRow)
                .findOne();
    }

    /** Returns the runs of a project, in the order of their ids. */
    public List<TestRunRow> of(int project) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_run where project = :project order by id")
                        .bind("project", project)
                        .map(TestRunStore::runRow)
                        .list());
    }

    /** Returns the runs of all projects, the newest first. */
    public List<TestRunRow> newest(int skip, int top) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from qac_run order by id desc offset :skip rows fetch next :top rows only")
                .bind("skip", skip)
                .bind("top", top)
                .map(TestRunStore::runRow)
                .list());
    }

    /** Returns the number of runs. */
    public int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from qac_run")
                .mapTo(Integer.class)
                .one());
    }

    /** Removes a run with its items. */
    public void delete(int id) {
        jdbi.useHandle(handle -> handle.execute("delete from qac_run where id = ?", id));
    }

    /** Returns the items of a run in their order. */
    public List<TestItemRow> items(int runId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_item where run_id = :run order by sequence")
                        .bind("run", runId)
                        .map(TestRunStore::itemRow)
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
                .map(TestRunStore::itemRow)
                .findOne();
    }

    /** Changes status and document of an item as one step; nothing when it is not there. */
    public Optional<TestItemRow> change(int runId, int id, UnaryOperator<TestItemRow> change) {
        return jdbi.inTransaction(handle -> {
            var changed = item(handle, runId, id, " for update").map(change);
            changed.ifPresent(item -> write(handle, item));
            return changed;
        });
    }

    private void write(Handle handle, TestItemRow item) {
        var now = RunStore.now(clock);
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
                RunStore.instant(row, "created_at"),
                started == null ? null : started.toInstant(),
                RunStore.instant(row, "changed_at"),
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
}
