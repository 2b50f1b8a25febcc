package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of unreadable bytes, in a folder beside the journal. They outlive the journal.
 *
 * <pre>
 * 4711-9f8e7d6c/events.journal               the journal
 * 4711-9f8e7d6c.damaged/events.journal.120-177   its bytes from 120 up to, but not including, 177
 * </pre>
 *
 * Thread-safe.
 */
final class Quarantine implements LineReader.Unreadable {

    private static final int CHUNK = 64 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Map<Path, String> found = new LinkedHashMap<>();

    /** Files with lines that are unreadable although a process had written them whole. */
    private final Set<Path> damaged = new HashSet<>();

    Quarantine(Disk disk, Path journal) {
        this.disk = disk;
        this.folder = journal.resolveSibling(journal.getFileName() + ".damaged");
    }

    synchronized List<String> found() {
        return List.copyOf(found.values());
    }

    /** Returns whether lines of a file are unreadable. The last line, written by half, does not count. */
    synchronized boolean isDamaged(Path file) {
        return damaged.contains(file);
    }

    /** Reports a range of a file and copies it. If that fails, the message says so; the bytes stay in the file. */
    @Override
    public synchronized void note(Path file, long from, long to, String reason) {
        Path copy = copyOf(file, from, to);
        damaged.add(file);
        if (found.containsKey(copy)) {
            return;
        }
        try {
            setAside(file, from, to, reason);
        } catch (IOException e) {
            found.put(copy, message(file, from, to, reason) + "; it could not be copied to " + copy + ": " + e);
        }
    }

    /** Copies a damaged range of a file and reports it. The copy survives a power cut when this returns. */
    synchronized void setAside(Path file, long from, long to) throws IOException {
        damaged.add(file);
        setAside(file, from, to, "damaged");
    }

    /**
     * Like {@link #setAside}, for the rest of a file after its last readable line.
     *
     * @param hasLines whether it holds more than a line that was written by half
     */
    synchronized void setTornAside(Path file, long from, long to, boolean hasLines) throws IOException {
        if (hasLines) {
            damaged.add(file);
        }
        setAside(file, from, to, "torn off by the end of its process or of the machine");
    }

    private void setAside(Path file, long from, long to, String reason) throws IOException {
        Path copy = copyOf(file, from, to);
        if (!disk.exists(copy)) {
            disk.createFolder(folder);
            copy(file, from, to, copy);
            disk.forceFolder(folder);
        }
        found.put(copy, message(file, from, to, reason) + "; kept in " + copy);
    }

    private void copy(Path file, long from, long to, Path copy) throws IOException {
        Path partial = copy.resolveSibling(copy.getFileName() + ".tmp");
        try (Disk.Handle in = disk.read(file);
                Disk.Handle out = disk.open(partial)) {
            out.truncate(0);
            byte[] chunk = new byte[CHUNK];
            for (long at = from; at < to; ) {
                int read = in.read(at, chunk, 0, (int) Math.min(CHUNK, to - at));
                if (read <= 0) {
                    break;
                }
                out.write(at - from, chunk, 0, read);
                at += read;
            }
            out.force();
        }
        disk.rename(partial, copy);
    }

    private Path copyOf(Path file, long from, long to) {
        return folder.resolve(file.getFileName() + "." + from + "-" + to);
    }

    private static String message(Path file, long from, long to, String reason) {
        return file + ", bytes " + from + " to " + to + ": " + reason;
    }
}
