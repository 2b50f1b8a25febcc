package dev.attest.standin.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code work_item_file}: files that came at once, and those that come in chunks. */
public final class FileStore {

    private final Jdbi jdbi;
    private final BlobFolder blobs;
    private final Clock clock;

    FileStore(Jdbi jdbi, BlobFolder blobs, Clock clock) {
        this.jdbi = jdbi;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Returns a file to receive bytes in; it is the caller's to delete unless {@link #add} took it. */
    public Path draft() {
        return blobs.draft();
    }

    /** Keeps a whole file, and returns its id. */
    public String add(String fileName, long size, String sha256, Path draft) throws IOException {
        return insert(fileName, false, size, sha256, blobs.keep(draft));
    }

    /** Begins a file that comes in chunks, and returns its id. */
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
                .bind("now", RunStore.now(clock))
                .execute());
        return id;
    }

    /** Returns the file with this id, complete or not. */
    public Optional<FileRow> find(String id) {
        return jdbi.withHandle(handle -> find(handle, id, ""));
    }

    private Optional<FileRow> find(Handle handle, String id, String lock) {
        return handle.createQuery("select * from work_item_file where id = :id" + lock)
                .bind("id", id)
                .map(this::row)
                .findOne();
    }

    /**
     * Appends a chunk that was received in a file of its own, and returns the row as it is then. One chunk at a time:
     * {@code check} sees how far the file is, and may throw.
     */
    public Optional<FileRow> append(String id, Path chunk, long total, Consumer<FileRow> check) {
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
                    .bind("sha256", complete ? sha256(found.get().bytes()) : "")
                    .bind("id", id)
                    .execute();
            return find(handle, id, "");
        });
    }

    /** What a killed process wrote beyond its last acknowledgement is written over. */
    private static long appended(FileRow row, Path chunk) {
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

    private static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var count = 0; (count = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    private FileRow row(ResultSet row, StatementContext context) throws SQLException {
        return new FileRow(
                row.getString("id"),
                row.getString("file_name"),
                row.getBoolean("chunked"),
                row.getLong("received"),
                row.getLong("total"),
                row.getLong("last_start"),
                row.getBoolean("complete"),
                row.getString("sha256"),
                blobs.at(row.getString("blob")),
                RunStore.instant(row, "created_at"));
    }
}
