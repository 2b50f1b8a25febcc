package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Work items with their revisions, and the types and fields beyond the built-in ones. */
public final class WorkItemStore {

    private final Jdbi jdbi;
    private final Clock clock;

    WorkItemStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Inserts a work item with the next free id, and returns it. */
    public synchronized WorkItemRow add(String project, String type, WorkItemDraft draft) {
        return jdbi.inTransaction(handle -> {
            var id = handle.createQuery("select coalesce(max(id), 0) + 1 from work_item")
                    .mapTo(Integer.class)
                    .one();
            return insert(handle, id, project, type, draft);
        });
    }

    /** Inserts a work item with this id, unless the id is taken. Returns whether it was inserted. */
    public synchronized boolean seed(int id, String project, String type, WorkItemDraft draft) {
        return jdbi.inTransaction(handle -> {
            if (isTaken(handle, id)) {
                return false;
            }
            insert(handle, id, project, type, draft);
            return true;
        });
    }

    private static boolean isTaken(Handle handle, int id) {
        return handle.createQuery("select count(*) from work_item where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private WorkItemRow insert(Handle handle, int id, String project, String type, WorkItemDraft draft) {
        handle.createUpdate("insert into work_item (id, project, type, rev, created_at, updated_at, document) values"
                        + " (:id, :project, :type, 1, :now, :now, :document)")
                .bind("id", id)
                .bind("project", project)
                .bind("type", type)
                .bind("now", Database.now(clock))
                .bind("document", draft.document())
                .execute();
        return recorded(handle, id, draft);
    }

    /** Changes a work item in one transaction, increases its revision, and returns the changed row. */
    public Optional<WorkItemRow> change(int id, Function<WorkItemRow, WorkItemDraft> change) {
        return jdbi.inTransaction(handle -> {
            var found = find(handle, id, " for update");
            if (found.isEmpty()) {
                return found;
            }
            var draft = change.apply(found.get());
            handle.createUpdate("update work_item set rev = rev + 1, updated_at = :now, document = :document where id"
                            + " = :id")
                    .bind("now", Database.now(clock))
                    .bind("document", draft.document())
                    .bind("id", id)
                    .execute();
            return Optional.of(recorded(handle, id, draft));
        });
    }

    private static WorkItemRow recorded(Handle handle, int id, WorkItemDraft draft) {
        handle.createUpdate("insert into work_item_update (work_item_id, rev, created_at, document) select id, rev,"
                        + " updated_at, :document from work_item where id = :id")
                .bind("document", draft.update())
                .bind("id", id)
                .execute();
        return find(handle, id, "").orElseThrow();
    }

    /** Returns the work item with this id. */
    public Optional<WorkItemRow> find(int id) {
        return jdbi.withHandle(handle -> find(handle, id, ""));
    }

    private static Optional<WorkItemRow> find(Handle handle, int id, String lock) {
        return handle.createQuery("select * from work_item where id = :id and deleted_at is null" + lock)
                .bind("id", id)
                .map(WorkItemStore::row)
                .findOne();
    }

    /** Returns all work items, ordered by id. */
    public List<WorkItemRow> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from work_item where deleted_at is null order by id")
                        .map(WorkItemStore::row)
                        .list());
    }

    /** Returns a page of the work items, last changed first. */
    public List<WorkItemRow> latest(int skip, int top) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from work_item where deleted_at is null order by updated_at desc, id desc"
                                + " offset :skip rows fetch next :top rows only")
                .bind("skip", skip)
                .bind("top", top)
                .map(WorkItemStore::row)
                .list());
    }

    /** Returns the number of work items. */
    public int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from work_item where deleted_at is null")
                .mapTo(Integer.class)
                .one());
    }

    /** Moves a work item to the recycle bin. Returns whether it was there to move. */
    public boolean recycle(int id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update work_item set deleted_at = :now where id = :id and deleted_at is null")
                        .bind("now", Database.now(clock))
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Returns the changes of a work item by revision, first revision first. */
    public List<WorkItemUpdateRow> updates(int id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from work_item_update where work_item_id = :id order by rev")
                .bind("id", id)
                .map((row, context) -> new WorkItemUpdateRow(
                        id, row.getInt("rev"), Database.instant(row, "created_at"), row.getString("document")))
                .list());
    }

    /** Replaces what is recorded of one revision, whose comment was changed or deleted. */
    public void rewriteUpdate(int id, int rev, String document) {
        jdbi.useHandle(handle -> handle.execute(
                "update work_item_update set document = ? where work_item_id = ? and rev = ?", document, id, rev));
    }

    /** Adds a type of work items to a project. */
    public void addType(String project, String name) {
        jdbi.useHandle(handle -> handle.execute(
                "merge into work_item_type (project, name) key (project, name) values (?, ?)", project, name));
    }

    /** Returns the types that were added to a project. */
    public List<String> types(String project) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select name from work_item_type where project = :project order by name")
                        .bind("project", project)
                        .mapTo(String.class)
                        .list());
    }

    /** Adds a field that any work item may have. */
    public void addField(String name) {
        jdbi.useHandle(handle -> handle.execute("merge into work_item_field (name) key (name) values (?)", name));
    }

    /** Returns the fields that were added. */
    public List<String> fields() {
        return jdbi.withHandle(handle -> handle.createQuery("select name from work_item_field order by name")
                .mapTo(String.class)
                .list());
    }

    private static WorkItemRow row(ResultSet row, StatementContext context) throws SQLException {
        return new WorkItemRow(
                row.getInt("id"),
                row.getString("project"),
                row.getString("type"),
                row.getInt("rev"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"),
                row.getString("document"));
    }

    /** A stored work item. */
    public record WorkItemRow(
            int id, String project, String type, int rev, Instant createdAt, Instant updatedAt, String document) {}

    /**
     * A new or changed work item.
     *
     * @param document the fields and relations
     * @param update the fields and relations that the request changed
     */
    public record WorkItemDraft(String document, String update) {}

    /** The changes of one revision of a work item. */
    public record WorkItemUpdateRow(int workItemId, int rev, Instant createdAt, String document) {}
}
