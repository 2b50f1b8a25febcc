package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
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

    private static final int MOST_OPEN = 8;

    /** Of all copies together, in bytes, at most an eighth of the heap. */
    private static final long MOST_COPIED = 8L << 20;

    private static final int CHUNK = 64 * 1024;

    private final Map<String, Disk.Handle> open = new LinkedHashMap<>();

    /** Those of them that were read. In most cases they are delivered. */
    private final Set<String> wasRead = new LinkedHashSet<>();

    private final MemoryDisk copies = MemoryDisk.forFiles(
            new MemoryBudget(Math.min(MOST_COPIED, Runtime.getRuntime().maxMemory() / 8)));

    private final Set<String> copied = new LinkedHashSet<>();

    /** @param file that was written; null if the disk forgets a deleted file that is open */
    synchronized void add(String sha256, Disk.@Nullable Handle file) throws IOException {
        if (file == null) {
            return;
        }
        Disk.Handle before = open.put(sha256, file);
        if (before != null) {
            before.close();
        }
        if (open.size() <= MOST_OPEN) {
            return;
        }
        Iterator<String> read = wasRead.iterator();
        String first = read.hasNext() ? read.next() : open.keySet().iterator().next();
        try (Disk.Handle closed = Objects.requireNonNull(open.remove(first))) {
            if (!wasRead.remove(first)) {
                copy(first, closed);
            }
        }
    }

    private void copy(String sha256, Disk.Handle file) throws IOException {
        if (file.size() > MOST_COPIED / 8) {
            return;
        }
        Path copy = Path.of(sha256);
        Disk.Handle out = copies.open(copy);
        copied.add(sha256);
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = file.read(0, chunk, 0, CHUNK); read > 0; read = file.read(size, chunk, 0, CHUNK)) {
            if (!write(out, size, chunk, read)) {
                drop(sha256);
                return;
            }
            size += read;
        }
    }

    /** Makes room by dropping the first copies. Returns false if all of them are too few. */
    private boolean write(Disk.Handle out, long size, byte[] chunk, int length) {
        while (true) {
            try {
                out.write(size, chunk, 0, length);
                return true;
            } catch (IOException tooLarge) {
                if (copied.size() < 2) {
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

    /** Returns a content; null if it is not held any more. */
    synchronized Disk.@Nullable Handle get(String sha256) throws IOException {
        Disk.Handle file = open.get(sha256);
        return file != null || !copied.contains(sha256) ? file : copies.read(Path.of(sha256));
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
        wasRead.clear();
        List.copyOf(copied).forEach(this::drop);
    }
}
