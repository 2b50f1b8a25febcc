package dev.attest.internal.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of the last lines that this JVM has encoded, so that a reader that follows closely need not decode them.
 * It takes the value of a line only if the file holds the same bytes. Bounded: older lines are forgotten, and decoded.
 * Allocates nothing after its creation, as tests may use up the memory. Thread-safe.
 */
final class FreshLines<T> {

    private static final int MOST_LINES = 4096;
    private static final int MOST_BYTES = 1024 * 1024;

    /** So many lines may not have reached the file, or have changed places on the way to it. */
    private static final int MOST_SKIPPED = 8;

    private static final byte[] NONE = new byte[0];

    private final byte[][] lines = new byte[MOST_LINES][];

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
        lines[at] = line;
        values[at] = value;
        size++;
        bytes += line.length;
        while (bytes > MOST_BYTES) {
            removeFirst();
        }
    }

    /** Returns the value of a line, and forgets all lines up to it; null if the line is not known. */
    @SuppressWarnings("unchecked") // only add puts values there
    synchronized @Nullable T take(byte[] json) {
        for (int skipped = 0; skipped < Math.min(size, MOST_SKIPPED); skipped++) {
            if (isAt(place(skipped), json)) {
                Object value = values[place(skipped)];
                for (int i = 0; i <= skipped; i++) {
                    removeFirst();
                }
                return (T) value;
            }
        }
        return null;
    }

    private boolean isAt(int place, byte[] json) {
        byte[] line = lines[place];
        return line.length == Frame.PREFIX + json.length + 1
                && Arrays.equals(line, Frame.PREFIX, line.length - 1, json, 0, json.length);
    }

    private void removeFirst() {
        bytes -= lines[first].length;
        lines[first] = NONE;
        values[first] = null;
        first = place(1);
        size--;
    }

    private int place(int index) {
        return (first + index) % MOST_LINES;
    }
}
