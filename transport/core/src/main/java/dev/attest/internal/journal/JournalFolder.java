package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The folder of one journal: its lock, the names in it, and its removal. Closing it releases the lock. */
final class JournalFolder implements Closeable {

    /** Name of the folder with the console output that did not fit into memory. */
    static final String OUTPUT = "output";

    private static final GuardedLogger LOG = GuardedLogger.of(JournalFolder.class);

    private final Disk disk;
    private final Path path;
    private final Path run;
    private final Closeable lock;
    private volatile boolean namesForced;

    /** @param lock that the caller holds */
    JournalFolder(Disk disk, Path path, Path run, Closeable lock) {
        this.disk = disk;
        this.path = path;
        this.run = run;
        this.lock = lock;
    }

    Path path() {
        return path;
    }

    /**
     * Makes the folder again if it was deleted, and locks it. It holds no event then.
     *
     * @return false if another JVM has taken the new folder: it finds nothing in it, and deletes it
     */
    boolean restore() throws IOException {
        namesForced = false;
        if (!disk.exists(path)) {
            SafeFolders.prepare(Objects.requireNonNull(run.getParent()));
            disk.createFolder(run);
            disk.createFolder(path);
        }
        return !(lock instanceof Disk.Renewable renewable) || renewable.renew();
    }

    boolean isLockFileThere() {
        return !(lock instanceof Disk.Renewable) || disk.exists(path.resolve(JournalLock.FILE));
    }

    /** Forces the names of the files, and of the folders above them up to the one that all runs share. */
    void forceNames() throws IOException {
        disk.forceFolder(path);
        disk.forceFolder(run);
        disk.forceFolder(Objects.requireNonNull(run.getParent()));
        namesForced = true;
    }

    void forceNamesOnce() throws IOException {
        if (!namesForced) {
            forceNames();
        }
    }

    /**
     * Deletes the events first, then the other files, and the lock file last. So if the JVM dies in between, the rest
     * holds no events.
     */
    void delete(Path events) throws IOException {
        if (!disk.exists(path)) {
            return; // somebody was faster
        }
        disk.delete(events);
        disk.forceFolder(path);
        Path lockFile = path.resolve(JournalLock.FILE);
        for (Path entry : disk.list(path)) {
            if (!entry.equals(lockFile)) {
                deleteTree(entry);
            }
        }
        deleteEmpty(); // Windows refuses this as long as the file is locked
    }

    /** Deletes the lock file and the folder, if nothing else is left in it. */
    void deleteEmpty() {
        deleteIfPossible(path.resolve(JournalLock.FILE));
        deleteIfPossible(path);
    }

    Path asidePath() {
        return path.resolveSibling(path.getFileName() + ".refused");
    }

    void setAside() throws IOException {
        disk.rename(path, asidePath());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void deleteTree(Path tree) throws IOException {
        for (Path entry : disk.isFolder(tree) ? disk.list(tree) : List.<Path>of()) {
            deleteTree(entry);
        }
        disk.delete(tree);
    }

    /** An empty folder does no harm, and another JVM may just have joined the run. */
    private void deleteIfPossible(Path file) {
        try {
            if (!disk.isFolder(file) || disk.list(file).isEmpty()) {
                disk.delete(file);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "not deleted: " + file, e);
        }
    }
}
