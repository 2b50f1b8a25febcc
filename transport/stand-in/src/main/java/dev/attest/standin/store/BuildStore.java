package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code build}: the builds whose definition and branch are known. */
public final class BuildStore {

    private final Jdbi jdbi;

    BuildStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds a build, or replaces the one with its id. Runs that exist keep the definition and branch they have until
     * they are changed.
     */
    public void add(BuildRow build) {
        jdbi.useHandle(handle -> handle.execute(
                "merge into build (id, number, definition_id, definition, branch) key (id) values (?, ?, ?, ?, ?)",
                build.id(),
                build.number(),
                build.definitionId(),
                build.definition(),
                build.branch()));
    }

    /** Returns the build with this id. */
    public Optional<BuildRow> find(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from build where id = :id")
                .bind("id", id)
                .map(BuildStore::row)
                .findOne());
    }

    /** Returns all builds, newest first. */
    public List<BuildRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from build order by id desc")
                .map(BuildStore::row)
                .list());
    }

    private static BuildRow row(ResultSet row, StatementContext context) throws SQLException {
        return new BuildRow(
                row.getInt("id"),
                row.getString("number"),
                row.getInt("definition_id"),
                row.getString("definition"),
                row.getString("branch"));
    }

    /**
     * A build.
     *
     * @param number the number that people read, such as {@code 20261201.3}
     * @param definition the name of the build definition
     * @param branch the source branch, such as {@code refs/heads/main}
     */
    public record BuildRow(int id, String number, int definitionId, String definition, String branch) {}
}
