package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file system of this machine, where somebody is told of each change before and after it is made. */
final class WatchedDisk implements Disk {

    /** A change of the disk. */
    private interface Change {
        void make() throws IOException;
    }

    private final Disk disk = new LocalDisk();
    private final Consumer<String> watcher;

    /** @param watcher takes words such as {@code before write to events.journal} */
    WatchedDisk(Consumer<String> watcher) {
        this.watcher = watcher;
    }

    private void watch(String change, Path path, Change made) throws IOException {
        String words = change + " " + path.getFileName();
        watcher.accept("before " + words);
        made.make();
        watcher.accept("after " + words);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        watch("creation of", folder, () -> disk.createFolder(folder));
    }

    @Override
    public Handle open(Path file) throws IOException {
        watcher.accept("before opening of " + file.getFileName());
        return new WatchedHandle(file, disk.open(file));
    }

    @Override
    public boolean createNew(Path file) throws IOException {
        watcher.accept("before making of " + file.getFileName());
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
        watch("renaming to", to, () -> disk.rename(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        watch("deletion of", path, () -> disk.delete(path));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        watch("force of", folder, () -> disk.forceFolder(folder));
    }

    @Override
    public @Nullable Closeable tryLock(Path folder) throws IOException {
        return disk.tryLock(folder);
    }

    private final class WatchedHandle implements Handle {

        private final Path file;
        private final Handle handle;

        WatchedHandle(Path file, Handle handle) {
            this.file = file;
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

        /** In two halves, so that a line can be torn. */
        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            int half = length / 2;
            watcher.accept("before write to " + file.getFileName());
            handle.write(position, from, offset, half);
            watcher.accept("amid write to " + file.getFileName());
            handle.write(position + half, from, offset + half, length - half);
            watcher.accept("after write to " + file.getFileName());
        }

        @Override
        public void truncate(long size) throws IOException {
            watch("cutting of", file, () -> handle.truncate(size));
        }

        @Override
        public void force() throws IOException {
            watch("force of", file, handle::force);
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}
