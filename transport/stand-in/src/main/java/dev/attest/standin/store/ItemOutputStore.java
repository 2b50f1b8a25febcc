package dev.attest.standin.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The table {@code qac_output}: the log and the report of test run items. An item has at most one file of each kind.
 */
public final class ItemOutputStore {

    private final Jdbi jdbi;
    private final BlobFolder blobs;

    ItemOutputStore(Jdbi jdbi, BlobFolder blobs) {
        this.jdbi = jdbi;
        this.blobs = blobs;
    }

    /** Returns a new file for the bytes. The caller deletes it unless it is passed to {@link #put}. */
    public Path draft() {
        return blobs.draft();
    }

    /** Stores a file, and replaces an earlier one of its kind. */
    public void put(int itemId, String kind, ReceivedFile file) throws IOException {
        var blob = blobs.keep(file.bytes());
        var before = find(itemId, kind);
        jdbi.useHandle(handle -> handle.execute(
                "merge into qac_output (item_id, kind, file_name, size, sha256, blob) key (item_id, kind)"
                        + " values (?, ?, ?, ?, ?, ?)",
                itemId,
                kind,
                file.fileName(),
                file.size(),
                file.sha256(),
                blob));
        if (before.isPresent()) {
            deleteBytes(List.of(before.get()));
        }
    }

    /** Returns the file of this kind. */
    public Optional<ReceivedFile> find(int itemId, String kind) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from qac_output where item_id = :item and kind = :kind")
                        .bind("item", itemId)
                        .bind("kind", kind)
                        .map((row, context) -> EntityFileStore.bytes(blobs, row))
                        .findOne());
    }

    /** Returns the files of all items of a run. */
    public List<ReceivedFile> under(int runId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from qac_output where item_id in (select id from qac_item where run_id = :run)")
                .bind("run", runId)
                .map((row, context) -> EntityFileStore.bytes(blobs, row))
                .list());
    }

    /** Deletes the bytes of files whose rows were deleted with their run. */
    public void deleteBytes(List<ReceivedFile> gone) throws IOException {
        for (var file : gone) {
            blobs.delete(file.bytes().getFileName().toString());
        }
    }
}
