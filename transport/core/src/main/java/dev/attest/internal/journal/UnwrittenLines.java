package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.LinkedList;

/**
 * Lines that the disk has rejected. They stay in memory, within a budget, until the disk takes them. Not thread-safe.
 */
final class UnwrittenLines {

    private final MemoryBudget memory;

    /** A list that a lack of memory leaves whole. */
    @SuppressWarnings("JdkObsolete")
    private final Deque<byte[]> lines = new LinkedList<>();

    UnwrittenLines(MemoryBudget memory) {
        this.memory = memory;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int lines() {
        return lines.size();
    }

    /** Keeps a line. If there is no room, throws the error of the disk. */
    void add(byte[] line, IOException refusal) throws IOException {
        if (!memory.takeForResults(line.length)) {
            throw refusal;
        }
        try {
            lines.add(line);
        } catch (OutOfMemoryError e) {
            memory.release(line.length);
            throw e;
        }
    }

    byte[] first() {
        return lines.element();
    }

    void removeFirst() {
        memory.release(lines.remove().length);
    }

    /** Gives the memory back. */
    void clear() {
        while (!isEmpty()) {
            removeFirst();
        }
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
