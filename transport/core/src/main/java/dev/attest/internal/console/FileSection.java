package dev.attest.internal.console;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file between two positions. Closing it leaves the file open. */
final class FileSection extends InputStream {

    private final SpillFile file;
    private final long end;
    private long position;

    FileSection(SpillFile file, long start, long end) {
        this.file = file;
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
        int read = file.read(position, buffer, offset, (int) Math.min(length, end - position));
        position += Math.max(read, 0);
        return read;
    }
}
