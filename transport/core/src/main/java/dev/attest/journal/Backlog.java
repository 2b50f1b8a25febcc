package dev.attest.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The lines that a disk would not take: kept in memory, within bounds, until it does. Not thread-safe. */
final class Backlog {

    /** A part of the heap that tests can spare, and some ten thousand results. */
    static final int MOST =
            (int) Math.min(16L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private int lines;

    boolean isEmpty() {
        return lines == 0;
    }

    int lines() {
        return lines;
    }

    int size() {
        return bytes.size();
    }

    /** Keeps a line, or throws what the disk said if there is no room. */
    void add(byte[] line, IOException refusal) throws IOException {
        if (bytes.size() + line.length > MOST) {
            throw refusal;
        }
        bytes.writeBytes(line);
        lines++;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    int read(int position, byte[] into, int offset, int length) {
        byte[] all = bytes.toByteArray();
        int count = Math.min(length, all.length - position);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(all, position, into, offset, count);
        return count;
    }

    void clear() {
        bytes.reset();
        lines = 0;
    }
}
