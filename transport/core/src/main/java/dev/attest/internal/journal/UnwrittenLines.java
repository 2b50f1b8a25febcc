package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lines that the disk has rejected. They stay in memory, up to a limit, until the disk takes them. Not thread-safe. */
final class UnwrittenLines {

    /** In bytes: a sixteenth of the heap, 16 MiB at most, which is some ten thousand results. */
    static final int MAX_BYTES =
            (int) Math.min(16L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private final Deque<byte[]> lines = new ArrayDeque<>();
    private int size;

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int lines() {
        return lines.size();
    }

    /** Keeps a line. If there is no room, throws the error of the disk. */
    void add(byte[] line, IOException refusal) throws IOException {
        if (size + line.length > MAX_BYTES) {
            throw refusal;
        }
        lines.add(line);
        size += line.length;
    }

    byte[] first() {
        return lines.element();
    }

    void removeFirst() {
        size -= lines.remove().length;
    }

    int read(int position, byte[] into, int offset, int length) {
        ByteBuffer target = ByteBuffer.wrap(into, offset, length);
        int skip = position;
        for (byte[] line : lines) {
            if (!target.hasRemaining()) {
                break;
            }
            if (skip < line.length) {
                target.put(line, skip, Math.min(line.length - skip, target.remaining()));
            }
            skip = Math.max(0, skip - line.length);
        }
        return target.remaining() == length ? -1 : length - target.remaining();
    }
}
