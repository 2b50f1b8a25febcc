package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes one content to the disk. If the disk takes no more, because it is full or because the folder is gone, what was
 * written so far moves to memory, and the rest follows it. Not thread-safe.
 */
final class BlobWriter implements Closeable {

    private static final int CHUNK = 64 * 1024;

    private final Disk spare;
    private final Path partial;
    private Disk disk;
    private Disk.@Nullable Handle out;
    private long size;

    /** @param spare in memory */
    BlobWriter(Disk disk, Disk spare, Path partial) {
        this.disk = disk;
        this.spare = spare;
        this.partial = partial;
    }

    /** @throws IOException if memory has no room either */
    void write(byte[] bytes, int length) throws IOException {
        try {
            handle().write(size, bytes, 0, length);
        } catch (IOException refused) {
            move(refused);
            handle().write(size, bytes, 0, length);
        }
        size += length;
    }

    /** Gives the content its name. Returns its bytes if they can be read even after the file is deleted. */
    Disk.@Nullable Handle rename(Path blob) throws IOException {
        Disk.Handle written = handle();
        try {
            boolean stays = disk.keepsDeleted();
            if (!stays) {
                close();
            }
            disk.rename(partial, blob);
            out = null;
            return stays ? written : null;
        } catch (IOException refused) {
            move(refused);
            close();
            disk.rename(partial, blob);
            return null;
        }
    }

    /** Deletes what has no name. */
    void discard() throws IOException {
        close();
        disk.delete(partial);
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        Disk.Handle open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }

    private Disk.Handle handle() throws IOException {
        Disk.Handle open = out;
        if (open == null) {
            open = disk.open(partial);
            out = open;
            open.truncate(0);
        }
        return open;
    }

    private void move(IOException refused) throws IOException {
        if (disk == spare) {
            throw refused;
        }
        Disk full = disk;
        Disk.Handle written = out == null && size > 0 ? full.read(partial) : out;
        disk = spare;
        out = null;
        try {
            copy(written);
        } catch (IOException e) {
            refused.addSuppressed(e);
            spare.delete(partial);
            throw refused;
        } finally {
            if (written != null) {
                written.close();
            }
            full.delete(partial);
        }
    }

    private void copy(Disk.@Nullable Handle written) throws IOException {
        byte[] chunk = new byte[CHUNK];
        Disk.Handle memory = handle();
        for (long at = 0; written != null && at < size; ) {
            int read = written.read(at, chunk, 0, (int) Math.min(CHUNK, size - at));
            if (read <= 0) {
                throw new IOException("what was written to " + partial + " cannot be read");
            }
            memory.write(at, chunk, 0, read);
            at += read;
        }
    }
}
