package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last contents that were written, in case somebody deletes their folder. A few are held as open files, since open
 * files are scarce. Of those before, small ones are copied to memory. Thread-safe.
 */
final class LastBlobs {

    private static final int MOST_OPEN = 4;

    /** Of all copies together, in bytes, at most an eighth of the heap. */
    private static final long MOST_COPIED = 8L << 20;

    private static final int CHUNK = 64 * 1024;

    private static final GuardedLogger LOG = GuardedLogger.of(LastBlobs.class);

    private final Map<String, Disk.Handle> open = new LinkedHashMap<>();

    /** Those of them that somebody reads from here. */
    private final Set<String> needed = new HashSet<>();

    /** Those of them that were read. In most cases they are delivered. */
    private final Set<String> wasRead = new LinkedHashSet<>();

    private final MemoryDisk copies = MemoryDisk.forFiles(
            new MemoryBudget(Math.min(MOST_COPIED, Runtime.getRuntime().maxMemory() / 8)));

    private final Set<String> copied = new LinkedHashSet<>();

    /**
     * Never throws: the content is on the disk, and this is for the case that it vanishes.
     *
     * @param file that was written; null if the disk forgets a deleted file that is open
     */
    synchronized void add(String sha256, Disk.@Nullable Handle file) {
        if (file == null) {
            return;
        }
        Disk.Handle before = open.put(sha256, file);
        if (before != null) {
            close(before);
        }
        if (open.size() > MOST_OPEN) {
            String first = firstToClose();
            Disk.Handle closed = Objects.requireNonNull(open.remove(first));
            if (!wasRead.remove(first)) {
                tryToCopy(first, closed);
            }
            close(closed);
        }
    }

    /** One that is read from this handle, as its name is gone, stays open. */
    private String firstToClose() {
        return Stream.concat(wasRead.stream(), open.keySet().stream())
                .filter(sha256 -> !needed.contains(sha256))
                .findFirst()
                .orElseGet(() -> open.keySet().iterator().next());
    }

    private static void close(Disk.Handle file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "could not close an attachment", e);
        }
    }

    private void tryToCopy(String sha256, Disk.Handle file) {
        try {
            synchronized (file) { // others read it at their own positions
                copy(sha256, file);
            }
        } catch (Throwable e) { // memory is short
            drop(sha256);
        }
    }

    private void copy(String sha256, Disk.Handle file) throws IOException {
        if (file.size() > MOST_COPIED / 8) {
            return;
        }
        Path copy = Path.of(sha256);
        Disk.Handle out = copies.open(copy);
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = file.read(0, chunk, 0, CHUNK); read > 0; read = file.read(size, chunk, 0, CHUNK)) {
            if (!write(out, size, chunk, read)) {
                drop(sha256);
                return;
            }
            size += read;
        }
        copied.add(sha256);
    }

    /** Makes room by dropping the first copies. Returns false if all of them are too few. */
    private boolean write(Disk.Handle out, long size, byte[] chunk, int length) {
        while (true) {
            try {
                out.write(size, chunk, 0, length);
                return true;
            } catch (IOException tooLarge) {
                if (copied.isEmpty()) {
                    return false;
                }
                drop(copied.iterator().next());
            }
        }
    }

    private void drop(String sha256) {
        copied.remove(sha256);
        copies.delete(Path.of(sha256));
    }

    /** Returns a content whose name is gone; null if it is not held any more. */
    synchronized Disk.@Nullable Handle get(String sha256) throws IOException {
        Disk.Handle file = open.get(sha256);
        if (file != null) {
            needed.add(sha256);
        }
        return file != null || !copied.contains(sha256) ? file : copies.read(Path.of(sha256));
    }

    /** Returns whether a content is held. */
    synchronized boolean has(String sha256) {
        return open.containsKey(sha256) || copied.contains(sha256);
    }

    /** Returns the few that are held as open files. */
    synchronized List<String> open() {
        return List.copyOf(open.keySet());
    }

    synchronized void noteRead(String sha256) {
        if (open.containsKey(sha256)) {
            wasRead.add(sha256);
        }
    }

    /** Returns the hashes of all contents that are held. */
    synchronized List<String> all() {
        return Stream.concat(open.keySet().stream(), copied.stream()).distinct().toList();
    }

    /** Closes the files. */
    synchronized void close() throws IOException {
        for (Disk.Handle file : open.values()) {
            file.close();
        }
        open.clear();
        needed.clear();
        wasRead.clear();
        for (String sha256 : List.copyOf(copied)) {
            drop(sha256);
        }
    }
}
