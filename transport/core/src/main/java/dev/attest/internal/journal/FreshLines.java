package dev.attest.internal.journal;

import org.jspecify.annotations.Nullable;

/**
 * The values of the last lines that this JVM has encoded, so that a reader that follows closely need not decode them.
 * It takes the value of a line only if the file holds one of the same length and checksum: to compare all bytes takes
 * longer than all else in a JVM that has just started. Bounded: older lines are forgotten, and decoded. Allocates
 * nothing after its creation, as tests may use up the memory. Thread-safe.
 */
final class FreshLines<T> {

    private static final int MOST_LINES = 4096;
    private static final int MOST_BYTES = 1024 * 1024;

    /** So many lines may not have reached the file, or have changed places on the way to it. */
    private static final int MOST_SKIPPED = 8;

    /** Lengths of the JSON of the lines, in bytes. */
    private final int[] lengths = new int[MOST_LINES];

    private final int[] checksums = new int[MOST_LINES];

    @Nullable
    private final Object[] values = new Object[MOST_LINES];

    private int first;
    private int size;
    private long bytes;

    /** Adds a whole line, with its prefix and its line feed. */
    synchronized void add(byte[] line, T value) {
        if (size == MOST_LINES) {
            removeFirst();
        }
        int at = place(size);
        int length = line.length - Frame.PREFIX - 1;
        lengths[at] = length;
        checksums[at] = Frame.checksum(line, Frame.PREFIX, line.length - 1);
        values[at] = value;
        size++;
        bytes += length;
        while (bytes > MOST_BYTES) {
            removeFirst();
        }
    }

    /** Returns the value of a line, and forgets all lines up to it; null if the line is not known. */
    @SuppressWarnings("unchecked") // only add puts values there
    synchronized @Nullable T take(byte[] json) {
        int checksum = Frame.checksum(json, 0, json.length);
        for (int skipped = 0; skipped < size && skipped < MOST_SKIPPED; skipped++) {
            int at = place(skipped);
            if (checksums[at] == checksum && lengths[at] == json.length) {
                Object value = values[at];
                for (int i = 0; i <= skipped; i++) {
                    removeFirst();
                }
                return (T) value;
            }
        }
        return null;
    }

    private void removeFirst() {
        bytes -= lengths[first];
        values[first] = null;
        first = place(1);
        size--;
    }

    private int place(int index) {
        return (first + index) % MOST_LINES;
    }
}
