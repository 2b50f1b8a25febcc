package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger.Level;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a folder. One owner in one JVM holds it, until it is closed or the JVM dies.
 *
 * <p>POSIX releases the locks of a process on a file when the process closes <em>any</em> handle of that file. So a JVM
 * never opens a lock file while it holds its lock. Two registries tell which locks those are: one in this class, and
 * one in the system properties, since another class loader may have another copy of this class.
 */
final class JournalLock implements Closeable, Disk.Renewable {

    static final String FILE = "lock";

    private static final GuardedLogger LOG = GuardedLogger.of(JournalLock.class);

    /** Does not start with {@code attest.}, which is for settings. */
    private static final String PROPERTY = "dev.attest.journal.held:";

    /** Far behind the text, since Windows rejects reads of locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Handles that must stay open, since closing one would release the lock of an owner that no registry knows. */
    private static final Queue<RandomAccessFile> NEVER_CLOSED = new ConcurrentLinkedQueue<>();

    private final Path folder;
    private RandomAccessFile file;

    /** Tells the lock file from another one of its name; null if nothing does. */
    private @Nullable Object key;

    private JournalLock(Path folder, RandomAccessFile file) {
        this.folder = folder;
        this.file = file;
        this.key = keyOf(folder.resolve(FILE));
    }

    /**
     * Locks a folder. Returns null if the folder is locked or is being deleted.
     *
     * @throws IOException if the file system cannot lock at all
     */
    static @Nullable JournalLock tryAcquire(Path journal) throws IOException {
        Path folder;
        try {
            folder = journal.toRealPath();
        } catch (NoSuchFileException e) {
            return null;
        }
        if (!register(folder)) {
            return null;
        }
        RandomAccessFile file = null;
        try {
            file = lock(folder);
            return file == null ? null : new JournalLock(folder, file);
        } finally {
            if (file == null) {
                unregister(folder);
            }
        }
    }

    /** Between its deletion and this call, another JVM may have made and locked another file of that name. */
    @Override
    public synchronized boolean renew() throws IOException {
        if (!file.getChannel().isOpen() || isStillOurs()) {
            return true;
        }
        RandomAccessFile fresh = lock(folder);
        if (fresh == null) {
            return false;
        }
        file.close(); // of another file: the new lock stays
        file = fresh;
        key = keyOf(folder.resolve(FILE));
        return true;
    }

    /** Another JVM may have made a file of that name after the deletion of this one. */
    private boolean isStillOurs() {
        Path path = folder.resolve(FILE);
        Object now = keyOf(path);
        return (now == null || key == null) ? Files.exists(path) : now.equals(key);
    }

    private static @Nullable Object keyOf(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.getChannel().isOpen()) {
            try (RandomAccessFile closing = file) {
                closing.setLength(0); // the lock has no owner now
            } finally {
                unregister(folder);
            }
        }
    }

    private static @Nullable RandomAccessFile lock(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        RandomAccessFile file;
        try {
            file = LocalDisk.openForOwner(path);
        } catch (NoSuchFileException e) {
            return null;
        }
        boolean keep = false;
        try {
            FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
            if (lock == null || !Files.exists(path)) { // its owner may have deleted it in between
                return null;
            }
            keep = true;
            nameOwner(file);
            return file;
        } catch (OverlappingFileLockException e) {
            NEVER_CLOSED.add(file);
            keep = true;
            return null;
        } finally {
            if (!keep) {
                file.close();
            }
        }
    }

    /** The name is for people: a full disk takes the lock without it. */
    private static void nameOwner(RandomAccessFile file) {
        try {
            file.setLength(0);
            file.write(LockOwner.currentProcess().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a lock names no owner", e);
        }
    }

    /** Returns whether this JVM holds the lock, so that it must not open the lock file. */
    static boolean isHeldHere(Path journal) throws IOException {
        return Files.exists(journal) && System.getProperty(PROPERTY + journal.toRealPath()) != null;
    }

    private static boolean register(Path folder) {
        if (!HELD_HERE.add(folder)) {
            return false;
        }
        if (System.getProperties().putIfAbsent(PROPERTY + folder, "true") != null) {
            HELD_HERE.remove(folder);
            return false;
        }
        return true;
    }

    private static void unregister(Path folder) {
        System.clearProperty(PROPERTY + folder);
        HELD_HERE.remove(folder);
    }
}
