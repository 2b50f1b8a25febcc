package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code qac_entity}. */
public final class EntityStore {

    private final Jdbi jdbi;

    EntityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds the entities whose ids are free. Existing ones stay unchanged. */
    public void addMissing(List<EntityRow> rows) {
        jdbi.useTransaction(handle -> {
            for (var row : rows) {
                handle.execute(
                        "insert into qac_entity (code, id, project, document) select ?, ?, ?, ? where not exists"
                                + " (select 1 from qac_entity where code = ? and id = ?)",
                        row.code(),
                        row.id(),
                        row.project(),
                        row.document(),
                        row.code(),
                        row.id());
            }
        });
    }

    /**
     * Adds an entity with the next free id, and returns it. The id is passed to the function that writes the document.
     */
    public synchronized EntityRow add(String code, int project, IntFunction<String> document) {
        return jdbi.inTransaction(handle -> {
            var id = handle.createQuery("select coalesce(max(id), 0) + 1 from qac_entity where code = :code")
                    .bind("code", code)
                    .mapTo(Integer.class)
                    .one();
            var row = new EntityRow(code, id, project, document.apply(id));
            handle.execute(
                    "insert into qac_entity (code, id, project, document) values (?, ?, ?, ?)",
                    code,
                    id,
                    project,
                    row.document());
            return row;
        });
    }

    /** Returns the entity with this id. */
    public Optional<EntityRow> find(String code, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from qac_entity where code = :code and id = :id")
                .bind("code", code)
                .bind("id", id)
                .map(EntityStore::row)
                .findOne());
    }

    /** Returns the entities of a kind in a project, ordered by id. */
    public List<EntityRow> of(String code, int project) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from qac_entity where code = :code and project = :project order by id")
                .bind("code", code)
                .bind("project", project)
                .map(EntityStore::row)
                .list());
    }

    /** Returns the entities of a kind, ordered by id. */
    public List<EntityRow> of(String code) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from qac_entity where code = :code order by id")
                .bind("code", code)
                .map(EntityStore::row)
                .list());
    }

    private static EntityRow row(ResultSet row, StatementContext context) throws SQLException {
        return new EntityRow(row.getString("code"), row.getInt("id"), row.getInt("project"), row.getString("document"));
    }

    /**
     * A release, bug, requirement, test, test set or step of QAComplete, or a project.
     *
     * @param code the kind; ids are unique within a kind
     */
    public record EntityRow(String code, int id, int project, String document) {}
}
