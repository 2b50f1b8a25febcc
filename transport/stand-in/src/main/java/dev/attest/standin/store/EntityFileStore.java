package dev.attest.standin.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code qac_file}, with one file per row. */
public final class EntityFileStore {

    private final Jdbi jdbi;
    private final BlobFolder blobs;
    private final Clock clock;

    EntityFileStore(Jdbi jdbi, BlobFolder blobs, Clock clock) {
        this.jdbi = jdbi;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Returns a new file for the bytes. The caller deletes it unless it is added. */
    public Path draft() {
        return blobs.draft();
    }

    /** Stores a file, and returns its row. */
    public EntityFileRow add(String code, int entityId, int userId, String title, String comments, ReceivedFile file)
            throws IOException {
        var blob = blobs.keep(file.bytes());
        int id = jdbi.withHandle(handle -> handle.createUpdate(
                        "insert into qac_file (code, entity_id, title, comments, user_id, file_name, size, sha256, blob,"
                                + " created_at, updated_at) values (:code, :entity, :title, :comments, :user, :name,"
                                + " :size, :sha256, :blob, :now, :now)")
                .bind("code", code)
                .bind("entity", entityId)
                .bind("title", title)
                .bind("comments", comments)
                .bind("user", userId)
                .bind("name", file.fileName())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("blob", blob)
                .bind("now", Database.now(clock))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one());
        return find(id).orElseThrow();
    }

    /** Replaces the bytes of a file. */
    public void replace(EntityFileRow row, ReceivedFile file) throws IOException {
        var blob = blobs.keep(file.bytes());
        jdbi.useHandle(handle -> handle.execute(
                "update qac_file set file_name = ?, size = ?, sha256 = ?, blob = ? where id = ?",
                file.fileName(),
                file.size(),
                file.sha256(),
                blob,
                row.id()));
        blobs.delete(row.file().bytes().getFileName().toString());
    }

    /** Stores title and comments as changed by this user, and returns the row. */
    public EntityFileRow describe(EntityFileRow row, int userId) {
        jdbi.useHandle(handle -> handle.execute(
                "update qac_file set title = ?, comments = ?, user_id = ?, updated_at = ? where id = ?",
                row.title(),
                row.comments(),
                userId,
                Database.now(clock),
                row.id()));
        return find(row.id()).orElseThrow();
    }

    /** Removes a file. */
    public void delete(EntityFileRow row) throws IOException {
        jdbi.useHandle(handle -> handle.execute("delete from qac_file where id = ?", row.id()));
        blobs.delete(row.file().bytes().getFileName().toString());
    }

    /** Returns the file with this id. */
    public Optional<EntityFileRow> find(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from qac_file where id = :id")
                .bind("id", id)
                .map(this::row)
                .findOne());
    }

    /** Returns the files of an entity, oldest first. */
    public List<EntityFileRow> of(String code, int entityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from qac_file where code = :code and entity_id = :entity order by id")
                .bind("code", code)
                .bind("entity", entityId)
                .map(this::row)
                .list());
    }

    /** Returns the newest files of all entities. */
    public List<EntityFileRow> newest(int top) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_file order by id desc fetch next :top rows only")
                        .bind("top", top)
                        .map(this::row)
                        .list());
    }

    private EntityFileRow row(ResultSet row, StatementContext context) throws SQLException {
        return new EntityFileRow(
                row.getInt("id"),
                row.getString("code"),
                row.getInt("entity_id"),
                row.getString("title"),
                row.getString("comments"),
                row.getInt("user_id"),
                bytes(blobs, row),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }

    static ReceivedFile bytes(BlobFolder blobs, ResultSet row) throws SQLException {
        return new ReceivedFile(
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                blobs.at(row.getString("blob")));
    }

    /** A stored file of a release, bug, requirement, test, test set or step. */
    public record EntityFileRow(
            int id,
            String code,
            int entityId,
            String title,
            String comments,
            int userId,
            ReceivedFile file,
            Instant createdAt,
            Instant updatedAt) {

        /** Returns the file with this title and these comments. */
        public EntityFileRow named(String newTitle, String newComments) {
            return new EntityFileRow(id, code, entityId, newTitle, newComments, userId, file, createdAt, updatedAt);
        }
    }
}
