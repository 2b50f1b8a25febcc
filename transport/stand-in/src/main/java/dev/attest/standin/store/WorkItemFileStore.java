package dev.attest.standin.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code work_item_file}: files of work items, sent whole or in chunks. */
public final class WorkItemFileStore {

    private final Jdbi jdbi;
    private final BlobFolder blobs;
    private final Clock clock;

    WorkItemFileStore(Jdbi jdbi, BlobFolder blobs, Clock clock) {
        this.jdbi = jdbi;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Returns a new file for the bytes. The caller deletes it unless it is passed to {@link #add}. */
    public Path draft() {
        return blobs.draft();
    }

    /** Stores a whole file, and returns its id. */
    public String add(String fileName, long size, String sha256, Path draft) throws IOException {
        return insert(fileName, false, size, sha256, blobs.keep(draft));
    }

    /** Starts a chunked file, and returns its id. */
    public String register(String fileName) throws IOException {
        var draft = blobs.draft();
        Files.createFile(draft);
        return insert(fileName, true, 0, "", blobs.keep(draft));
    }

    private String insert(String fileName, boolean chunked, long size, String sha256, String blob) {
        var id = UUID.randomUUID().toString();
        jdbi.useHandle(handle -> handle.createUpdate("insert into work_item_file (id, file_name, chunked, received,"
                        + " total, last_start, complete, sha256, blob, created_at) values (:id, :name, :chunked,"
                        + " :size, :size, 0, :complete, :sha256, :blob, :now)")
                .bind("id", id)
                .bind("name", fileName)
                .bind("chunked", chunked)
                .bind("size", size)
                .bind("complete", !chunked)
                .bind("sha256", sha256)
                .bind("blob", blob)
                .bind("now", Database.now(clock))
                .execute());
        return id;
    }

    /** Returns the file with this id, complete or not. */
    public Optional<WorkItemFileRow> find(String id) {
        return jdbi.withHandle(handle -> find(handle, id, ""));
    }

    private Optional<WorkItemFileRow> find(Handle handle, String id, String lock) {
        return handle.createQuery("select * from work_item_file where id = :id" + lock)
                .bind("id", id)
                .map(this::row)
                .findOne();
    }

    /**
     * Appends a chunk, and returns the changed row. Chunks of one file are appended one at a time. The {@code check}
     * gets the row before the change, and may throw.
     */
    public Optional<WorkItemFileRow> append(String id, Path chunk, long total, Consumer<WorkItemFileRow> check) {
        return jdbi.inTransaction(handle -> {
            var found = find(handle, id, " for update");
            if (found.isEmpty()) {
                return found;
            }
            check.accept(found.get());
            var received = appended(found.get(), chunk);
            var complete = received == total;
            handle.createUpdate("update work_item_file set received = :received, total = :total, last_start = :start,"
                            + " complete = :complete, sha256 = :sha256 where id = :id")
                    .bind("received", received)
                    .bind("total", total)
                    .bind("start", found.get().received())
                    .bind("complete", complete)
                    .bind("sha256", complete ? Sha256.of(found.get().bytes()) : "")
                    .bind("id", id)
                    .execute();
            return find(handle, id, "");
        });
    }

    /** Overwrites bytes that a killed process wrote but did not acknowledge. */
    private static long appended(WorkItemFileRow row, Path chunk) {
        try (var from = FileChannel.open(chunk, StandardOpenOption.READ);
                var to = FileChannel.open(row.bytes(), StandardOpenOption.WRITE)) {
            to.truncate(row.received());
            to.position(row.received());
            var done = 0L;
            while (done < from.size()) {
                done += from.transferTo(done, from.size() - done, to);
            }
            to.force(true);
            return row.received() + done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkItemFileRow row(ResultSet row, StatementContext context) throws SQLException {
        return new WorkItemFileRow(
                row.getString("id"),
                row.getString("file_name"),
                row.getBoolean("chunked"),
                row.getLong("received"),
                row.getLong("total"),
                row.getLong("last_start"),
                row.getBoolean("complete"),
                row.getString("sha256"),
                blobs.at(row.getString("blob")),
                Database.instant(row, "created_at"));
    }

    /**
     * A stored file of a work item.
     *
     * @param fileName empty if none was given
     * @param received the number of bytes received
     * @param total the size of the whole file; 0 before the first chunk
     * @param lastStart the start of the last chunk
     * @param sha256 empty until the file is complete
     * @param bytes the file with the content
     */
    public record WorkItemFileRow(
            String id,
            String fileName,
            boolean chunked,
            long received,
            long total,
            long lastStart,
            boolean complete,
            String sha256,
            Path bytes,
            Instant createdAt) {}
}
