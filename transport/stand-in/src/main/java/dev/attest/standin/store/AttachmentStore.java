package dev.attest.standin.store;

import dev.attest.standin.media.RasterImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code attachment}, with one file per row. The file is complete before the row is inserted. */
public final class AttachmentStore {

    private static final String CONSOLE = "ConsoleLog";

    /** Of a console log, so many bytes of its beginning and of its end are searched. */
    private static final int SEARCHED = 4096;

    private static final int MOST_LOGS = 10;

    /** Tells the versions of this process from those of a former one with the same data. */
    private final long opened = System.nanoTime();

    private final Map<Integer, Long> changes = new ConcurrentHashMap<>();
    private final Jdbi jdbi;
    private final BlobFolder blobs;
    private final Clock clock;

    AttachmentStore(Jdbi jdbi, BlobFolder blobs, Clock clock) {
        this.jdbi = jdbi;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Returns a new file for the bytes. The caller deletes it unless it is passed to {@link #add}. */
    public Path draft() {
        return blobs.draft();
    }

    /** Stores the bytes, then inserts the row. Returns the id, or empty if the run no longer exists. */
    public Optional<Integer> add(AttachmentDraft draft) throws IOException {
        var blob = blobs.keep(draft.bytes());
        var id = insert(draft, blob, RasterImage.is(blobs.at(blob)));
        if (id.isEmpty()) {
            blobs.delete(blob);
        } else {
            note(draft.owner(), draft.type());
        }
        return id;
    }

    /** Returns a text that changes whenever a run, its results or their sub-results get or lose an attachment. */
    public String version(int runId) {
        return changes.getOrDefault(runId, 0L) + "." + opened;
    }

    /** Returns how many attachments these results and their sub-results have. A result without any is missing. */
    public Map<Integer, Integer> counts(int runId, List<Integer> results) {
        return jdbi.withHandle(handle -> handle.createQuery("select a.result_id, count(*) as amount from"
                        + " unnest(cast(:ids as int array)) as asked (id) join attachment a on a.run_id = :run"
                        + " and a.result_id = asked.id group by a.result_id")
                .bindArray("ids", Integer.class, results)
                .bind("run", runId)
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("result_id", Integer.class), row.getColumn("amount", Integer.class));
                    return counts;
                }));
    }

    private Optional<Integer> insert(AttachmentDraft draft, String blob, boolean picture) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "insert into attachment (run_id, result_id,"
                                + " sub_result_id, file_name, comment, type, size, sha256, blob, created_at, picture) select id,"
                                + " :result, :sub, :name, :comment, :type, :size, :sha256, :blob, :now, :picture from run where id = :run")
                .bind("run", draft.owner().runId())
                .bind("result", draft.owner().resultId())
                .bind("sub", draft.owner().subResultId())
                .bind("name", draft.fileName())
                .bind("comment", draft.comment())
                .bind("type", draft.type())
                .bind("size", draft.size())
                .bind("sha256", draft.sha256())
                .bind("blob", blob)
                .bind("picture", picture)
                .bind("now", Database.now(clock))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .findOne());
    }

    /** Finds out which files of before are pictures. A file that cannot be read is none. */
    void findPictures() {
        jdbi.useHandle(handle -> {
            var files = handle.createQuery("select id, blob from attachment where picture is null")
                    .map((row, context) -> Map.entry(row.getInt("id"), row.getString("blob")))
                    .list();
            var batch = handle.prepareBatch("update attachment set picture = ? where id = ?");
            files.forEach(file -> batch.add(picture(blobs.at(file.getValue())), file.getKey()));
            if (!files.isEmpty()) {
                batch.execute();
            }
        });
    }

    private static boolean picture(Path file) {
        try {
            return RasterImage.is(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the attachments of exactly this owner. */
    public List<AttachmentRow> of(AttachmentOwner owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from attachment where run_id = :run and"
                        + " result_id = :result and sub_result_id = :sub order by id")
                .bind("run", owner.runId())
                .bind("result", owner.resultId())
                .bind("sub", owner.subResultId())
                .map(this::row)
                .list());
    }

    /** Returns the names of all files of a run, of its results and of their sub-results. */
    public List<String> filesUnder(int runId) {
        return jdbi.withHandle(handle -> handle.createQuery("select blob from attachment where run_id = :run")
                .bind("run", runId)
                .mapTo(String.class)
                .list());
    }

    /** Returns the attachment with this id. */
    public Optional<AttachmentRow> find(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from attachment where id = :id")
                .bind("id", id)
                .map(this::row)
                .findOne());
    }

    /** Deletes an attachment and its file. */
    public void delete(AttachmentRow row) throws IOException {
        var files = jdbi.withHandle(handle -> handle.createQuery("select blob from attachment where id = :id")
                .bind("id", row.id())
                .mapTo(String.class)
                .list());
        jdbi.useHandle(handle -> handle.execute("delete from attachment where id = ?", row.id()));
        note(row.owner(), row.type());
        deleteFiles(files);
    }

    /** Tells those who watch the run, and lets what its tests print be searched. */
    private void note(AttachmentOwner owner, String type) {
        changes.merge(owner.runId(), 1L, Long::sum);
        if (owner.resultId() != 0 && type.equalsIgnoreCase(CONSOLE)) {
            jdbi.useTransaction(handle -> ResultSearch.setOutput(
                    handle, owner.runId(), owner.resultId(), () -> output(handle, owner.runId(), owner.resultId())));
        }
    }

    private String output(Handle handle, int runId, int resultId) {
        return handle.createQuery("select blob from attachment where run_id = :run and result_id = :result"
                        + " and upper(type) = upper(:type) order by id fetch first :most rows only")
                .bind("run", runId)
                .bind("result", resultId)
                .bind("type", CONSOLE)
                .bind("most", MOST_LOGS)
                .mapTo(String.class)
                .map(blob -> ends(blobs.at(blob)))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the beginning and the end of a text; empty if it cannot be read. */
    private static String ends(Path file) {
        try (var log = FileChannel.open(file)) {
            var begin = ByteBuffer.allocate(SEARCHED);
            var end = ByteBuffer.allocate(SEARCHED);
            log.read(begin, 0);
            log.read(end, Math.max(begin.position(), log.size() - SEARCHED));
            return text(begin) + text(end);
        } catch (IOException e) {
            return "";
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    /** Deletes the files of attachments whose rows were deleted with their run. */
    public void deleteFiles(List<String> names) throws IOException {
        for (var name : names) {
            blobs.delete(name);
        }
    }

    private AttachmentRow row(ResultSet row, StatementContext context) throws SQLException {
        return new AttachmentRow(
                row.getInt("id"),
                new AttachmentOwner(row.getInt("run_id"), row.getInt("result_id"), row.getInt("sub_result_id")),
                row.getString("file_name"),
                row.getString("comment"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                blobs.at(row.getString("blob")),
                Database.instant(row, "created_at"));
    }

    /**
     * A new attachment.
     *
     * @param bytes a file from {@link AttachmentStore#draft()}
     */
    public record AttachmentDraft(
            AttachmentOwner owner,
            String fileName,
            String comment,
            String type,
            long size,
            String sha256,
            Path bytes) {}

    /**
     * A stored attachment.
     *
     * @param bytes the file with its content
     */
    public record AttachmentRow(
            int id,
            AttachmentOwner owner,
            String fileName,
            String comment,
            String type,
            long size,
            String sha256,
            Path bytes,
            Instant createdAt) {}

    /**
     * The run, result or sub-result that an attachment belongs to.
     *
     * @param resultId 0 for the run itself
     * @param subResultId 0 for the result itself
     */
    public record AttachmentOwner(int runId, int resultId, int subResultId) {

        /** Returns the run as an owner. */
        public static AttachmentOwner run(int runId) {
            return new AttachmentOwner(runId, 0, 0);
        }
    }
}
