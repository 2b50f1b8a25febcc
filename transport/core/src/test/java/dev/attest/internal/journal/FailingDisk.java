package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disk whose nth change fails, half made if it is a write, and all after it where that is for good. */
final class FailingDisk implements Disk {

    private final Disk disk;
    private final int nth;
    private final boolean forGood;
    private int changes;

    /** @param nth from 1 */
    FailingDisk(Disk disk, int nth, boolean forGood) {
        this.disk = disk;
        this.nth = nth;
        this.forGood = forGood;
    }

    synchronized boolean hasFailed() {
        return changes >= nth;
    }

    private synchronized boolean fails() {
        changes++;
        return changes == nth || (forGood && changes > nth);
    }

    private void change() throws IOException {
        if (fails()) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        change();
        disk.createFolder(folder);
    }

    @Override
    public Handle open(Path file) throws IOException {
        change();
        return new FailingHandle(disk.open(file));
    }

    @Override
    public boolean createNew(Path file) throws IOException {
        change();
        return disk.createNew(file);
    }

    @Override
    public Handle read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public boolean exists(Path path) {
        return disk.exists(path);
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        return disk.lastModified(file);
    }

    @Override
    public boolean isFolder(Path path) {
        return disk.isFolder(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change();
        disk.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        change();
        disk.delete(path);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        change();
        disk.forceFolder(folder);
    }

    @Override
    public @Nullable Closeable tryLock(Path folder) throws IOException {
        return disk.tryLock(folder);
    }

    private final class FailingHandle implements Handle {

        private final Handle handle;

        FailingHandle(Handle handle) {
            this.handle = handle;
        }

        @Override
        public long size() throws IOException {
            return handle.size();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            return handle.read(position, into, offset, length);
        }

        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            if (fails()) {
                handle.write(position, from, offset, length / 2);
                throw new IOException("No space left on device");
            }
            handle.write(position, from, offset, length);
        }

        @Override
        public void truncate(long size) throws IOException {
            change();
            handle.truncate(size);
        }

        @Override
        public void force() throws IOException {
            change();
            handle.force();
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}
