package dev.attest.internal.console;

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
 * Text of any length in bounded space: 64 KiB in memory, then in a file that keeps the beginning and the end. Not
 * thread-safe.
 *
 * <pre>
 * file:  | first half, written once | second half, a ring that holds the newest |
 * </pre>
 */
final class BoundedLog implements Closeable {

    private static final int IN_MEMORY = 64 * 1024;

    private final Path folder;
    private final long half;
    private byte[] memory = {};
    private int filled;
    private long flushed;
    private long dropped;
    private boolean broken;
    private @Nullable SpillFile file;

    /**
     * @param folder where the file goes, if there is to be one
     * @param most how many bytes to keep
     */
    BoundedLog(Path folder, long most) {
        this.folder = folder;
        this.half = most / 2;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < bytes.length) {
            if (filled == IN_MEMORY && (broken || !flush())) {
                dropped += bytes.length - at;
                return;
            }
            int length = Math.min(bytes.length - at, IN_MEMORY - filled);
            reserve(filled + length);
            System.arraycopy(bytes, at, memory, filled, length);
            filled += length;
            at += length;
        }
    }

    boolean isEmpty() {
        return filled == 0 && flushed == 0;
    }

    /** Returns what is kept, with a line in place of what is not. Valid until it is closed. */
    InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        SpillFile spilled = file;
        if (spilled != null) {
            addFile(spilled, parts);
        }
        parts.add(new ByteArrayInputStream(memory, 0, filled));
        if (dropped > 0) {
            parts.add(mark(dropped, "the disk took no more"));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public void close() throws IOException {
        memory = new byte[0];
        filled = 0;
        SpillFile spilled = file;
        if (spilled != null) {
            spilled.close();
        }
    }

    private void addFile(SpillFile spilled, List<InputStream> parts) throws IOException {
        if (flushed <= 2 * half) {
            parts.add(spilled.stretch(0, flushed));
            return;
        }
        long headEnd = new LineEdges(spilled).lastEndBefore(half);
        long oldest = half + (flushed - half) % half;
        long tail = new LineEdges(spilled).firstStartAfter(oldest, 2 * half);
        long missing = flushed - headEnd - (2 * half - tail) - (oldest - half);
        parts.add(spilled.stretch(0, headEnd));
        parts.add(mark(missing, "Attest keeps the beginning and the end"));
        parts.add(spilled.stretch(tail, 2 * half));
        parts.add(spilled.stretch(half, oldest));
    }

    private static InputStream mark(long missing, String why) {
        String line = "[cut: " + missing + " bytes are missing here; " + why + "]\n";
        return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    }

    private void reserve(int size) {
        if (size > memory.length) {
            memory = Arrays.copyOf(memory, Math.min(IN_MEMORY, Math.max(size, 2 * memory.length)));
        }
    }

    /** Moves the memory to the file; returns whether that worked. */
    private boolean flush() {
        int at = 0;
        try {
            SpillFile to = file == null ? SpillFile.in(folder) : file;
            file = to;
            while (at < filled) {
                boolean inHead = flushed < half;
                long position = inHead ? flushed : half + (flushed - half) % half;
                int room = (int) Math.min(filled - at, (inHead ? half : 2 * half) - position);
                to.write(position, memory, at, room);
                at += room;
                flushed += room;
            }
            filled = 0;
            return true;
        } catch (IOException e) {
            broken = true; // counted in the text itself: the test goes on, and so does what is in memory
            System.arraycopy(memory, at, memory, 0, filled - at);
            filled -= at;
            return filled < IN_MEMORY;
        }
    }
}
