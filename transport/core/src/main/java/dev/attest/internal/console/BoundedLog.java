package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text in bounded space. Up to 64 KiB stay in memory. Longer text moves to a file that keeps its beginning and its end.
 * Not thread-safe.
 *
 * <pre>
 * file:  | first half, written once | second half, a ring buffer with the newest text |
 * </pre>
 */
final class BoundedLog implements Closeable {

    private static final int MEMORY_LIMIT = 64 * 1024;

    private final Path folder;
    private final MemoryBudget budget;
    private final long half;
    private byte[] memory = {};
    private int filled;
    private long flushed;
    private long dropped;
    private boolean broken;
    private @Nullable Spill file;

    /**
     * @param folder for the file; created on demand
     * @param budget for text that the disk does not take
     * @param capacity in bytes
     */
    BoundedLog(Path folder, MemoryBudget budget, long capacity) {
        this.folder = folder;
        this.budget = budget;
        this.half = capacity / 2;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int offset = 0;
        while (offset < bytes.length) {
            if (filled == MEMORY_LIMIT && (broken || !flush())) {
                dropped += bytes.length - offset;
                return;
            }
            int length = Math.min(bytes.length - offset, MEMORY_LIMIT - filled);
            reserve(filled + length);
            System.arraycopy(bytes, offset, memory, filled, length);
            filled += length;
            offset += length;
        }
    }

    boolean isEmpty() {
        return filled == 0 && flushed == 0;
    }

    /** Returns the kept text. A line replaces each missing part. Valid until the log is closed. */
    InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        Spill spilled = file;
        if (spilled != null) {
            addFile(spilled, parts);
        }
        parts.add(new ByteArrayInputStream(memory, 0, filled));
        if (dropped > 0) {
            parts.add(cutMarker(dropped, "neither the disk nor the memory took more"));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public void close() throws IOException {
        memory = new byte[0];
        filled = 0;
        Spill spilled = file;
        if (spilled != null) {
            spilled.close();
        }
    }

    private void addFile(Spill spilled, List<InputStream> parts) throws IOException {
        if (flushed <= 2 * half) {
            parts.add(spilled.section(0, flushed));
            return;
        }
        long headEnd = spilled.lastLineEndBefore(half);
        long oldest = half + (flushed - half) % half;
        long tail = spilled.firstLineStartAfter(oldest, 2 * half);
        long missing = flushed - headEnd - (2 * half - tail) - (oldest - half);
        parts.add(spilled.section(0, headEnd));
        parts.add(cutMarker(missing, "Attest keeps the beginning and the end"));
        parts.add(spilled.section(tail, 2 * half));
        parts.add(spilled.section(half, oldest));
    }

    private static InputStream cutMarker(long missing, String why) {
        String line = "[cut: " + missing + " bytes are missing here; " + why + "]\n";
        return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    }

    private void reserve(int size) {
        if (size > memory.length) {
            memory = Arrays.copyOf(memory, Math.min(MEMORY_LIMIT, Math.max(size, 2 * memory.length)));
        }
    }

    /** Writes to the file. If the disk takes no more, what is in the file moves to the budget, and the rest follows. */
    private void spill(long position, int offset, int length) throws IOException {
        try {
            Spill to = file == null ? SpillFile.in(folder) : file;
            file = to;
            to.write(position, memory, offset, length);
        } catch (IOException refused) {
            if (file instanceof SpillMemory) {
                throw refused;
            }
            file = moved(file);
            file.write(position, memory, offset, length);
        }
    }

    private Spill moved(@Nullable Spill full) throws IOException {
        SpillMemory to = new SpillMemory(budget);
        if (full == null) {
            return to;
        }
        try (InputStream written = full.section(0, Math.min(flushed, 2 * half))) {
            byte[] chunk = new byte[MEMORY_LIMIT];
            long position = 0;
            for (int read = written.read(chunk); read >= 0; read = written.read(chunk)) {
                to.write(position, chunk, 0, read);
                position += read;
            }
        } catch (IOException e) {
            to.close();
            throw e; // the file stays readable
        }
        full.close();
        return to;
    }

    /** Moves the text in memory to the file. Returns whether there is room in memory afterwards. */
    private boolean flush() {
        int offset = 0;
        try {
            while (offset < filled) {
                boolean inHead = flushed < half;
                long position = inHead ? flushed : half + (flushed - half) % half;
                int room = (int) Math.min(filled - offset, (inHead ? half : 2 * half) - position);
                spill(position, offset, room);
                offset += room;
                flushed += room;
            }
            filled = 0;
            return true;
        } catch (IOException e) {
            broken = true; // the text itself tells how many bytes are missing
            System.arraycopy(memory, offset, memory, 0, filled - offset);
            filled -= offset;
            return filled < MEMORY_LIMIT;
        }
    }
}
