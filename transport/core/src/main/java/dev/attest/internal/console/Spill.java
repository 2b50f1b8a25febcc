package dev.attest.internal.console;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A temporary store of bytes. Closing it deletes it. */
abstract class Spill implements Closeable {

    /** In bytes. Longer lines are cut in two. */
    private static final int SEARCH_LIMIT = 64 * 1024;

    abstract void write(long position, byte[] bytes, int offset, int length) throws IOException;

    /** Returns the number of bytes read. */
    abstract int read(long position, byte[] into, int offset, int length) throws IOException;

    InputStream section(long start, long end) {
        return new Section(start, end);
    }

    /** Returns the end of the last whole line before a position; the position itself if none is near. */
    long lastLineEndBefore(long position) throws IOException {
        long from = Math.max(0, position - SEARCH_LIMIT);
        int end = textOf(section(from, position)).lastIndexOf('\n');
        return end < 0 ? position : from + end + 1;
    }

    /** Returns the start of the first whole line after a position; the position itself if none is near. */
    long firstLineStartAfter(long position, long limit) throws IOException {
        int end = textOf(section(position, Math.min(limit, position + SEARCH_LIMIT)))
                .indexOf('\n');
        return end < 0 ? position : position + end + 1;
    }

    /** Returns a text with a character for each byte. */
    private static String textOf(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The bytes between two positions. Closing it leaves the store open. */
    private final class Section extends InputStream {

        private final long end;
        private long position;

        Section(long start, long end) {
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (position >= end) {
                return -1;
            }
            int read = Spill.this.read(position, buffer, offset, (int) Math.min(length, end - position));
            position += Math.max(read, 0);
            return read;
        }
    }
}
