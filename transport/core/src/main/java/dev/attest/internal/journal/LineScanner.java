package dev.attest.internal.journal;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file of lines, up to its last complete line. Holds one line at a time, at most {@link Frame#LONGEST} bytes.
 * Not thread-safe.
 */
final class LineScanner {

    private final Source source;
    private byte[] buffer = new byte[8 * 1024];
    private int start;
    private int searched;
    private int end;

    /** Position in the file of {@code buffer[0]}. */
    private long base;

    /** Start of a line that exceeds the limit, or -1. */
    private long tooLongFrom = -1;

    private @Nullable LineRange ahead;

    /** @param from position of the start of a line */
    LineScanner(Source source, long from) {
        this.source = source;
        this.base = from;
    }

    /** Returns the next lines, or null if no more are complete so far. */
    @Nullable
    LineRange next() throws IOException {
        LineRange range = ahead == null ? line() : ahead;
        ahead = null;
        while (range != null && !range.intact()) {
            ahead = range; // kept if reading fails
            LineRange following = line();
            if (following == null || following.intact()) {
                ahead = following;
                break;
            }
            range = LineRange.damaged(range.from(), following.to());
        }
        return range;
    }

    private @Nullable LineRange line() throws IOException {
        while (true) {
            int feed = find();
            if (feed >= 0) {
                return cut(feed);
            }
            if (end - start >= Frame.LONGEST) {
                dropStartOfLongLine();
            }
            makeRoom();
            int read = source.read(base + end, buffer, end, buffer.length - end);
            if (read <= 0) {
                return null;
            }
            end += read;
        }
    }

    private int find() {
        for (int at = searched; at < end; at++) {
            if (buffer[at] == '\n') {
                searched = at;
                return at;
            }
        }
        searched = end;
        return -1;
    }

    private LineRange cut(int feed) {
        long from = base + start;
        int first = start;
        advanceTo(feed + 1);
        if (tooLongFrom >= 0) {
            from = tooLongFrom;
            tooLongFrom = -1;
            return LineRange.damaged(from, base + start);
        }
        if (Frame.isIntact(buffer, first, feed)) {
            return intact(from, first, feed);
        }
        int inner = Frame.innerLine(buffer, first, feed);
        if (inner < 0) {
            return LineRange.damaged(from, base + start);
        }
        advanceTo(inner);
        return Frame.isIntact(buffer, first, inner - 1)
                ? intact(from, first, inner - 1)
                : LineRange.damaged(from, base + start);
    }

    private LineRange intact(long from, int first, int last) {
        return LineRange.intact(from, base + start, Arrays.copyOfRange(buffer, first + Frame.PREFIX, last));
    }

    private void advanceTo(int index) {
        start = index;
        searched = index;
    }

    private void dropStartOfLongLine() {
        if (tooLongFrom < 0) {
            tooLongFrom = base + start;
        }
        advanceTo(end);
    }

    private void makeRoom() {
        if (end < buffer.length) {
            return;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            base += start;
            end -= start;
            searched -= start;
            start = 0;
        } else {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, Frame.LONGEST + 1));
        }
    }

    /** Reads the bytes. */
    interface Source {

        /** Returns the number of bytes read; 0 or less if there are none yet. */
        int read(long position, byte[] into, int offset, int length) throws IOException;
    }
}
