package dev.attest.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes that a regular file has when it is opened. Bytes that are appended later are ignored, so that a log that is
 * still being written has an end.
 */
public final class FixedLengthFile extends InputStream {

    /** Thrown if the file does not exist, is neither a file nor a directory, or cannot be read. */
    public static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }

    /** Files of {@code /proc} report size 0 but have content. */
    private static final long MAX_OF_UNKNOWN_SIZE = 1024 * 1024;

    private final InputStream file;
    private long left;

    private FixedLengthFile(InputStream file, long size) {
        this.file = file;
        this.left = size == 0 ? MAX_OF_UNKNOWN_SIZE : size;
    }

    /** Opens a regular file only: a pipe would block, and a device has no end. */
    static FixedLengthFile open(Path file) throws UnreadableException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(
                    Files.exists(file) ? "it is neither a file nor a directory" : "it does not exist");
        }
        try {
            long size = Files.size(file);
            return new FixedLengthFile(Files.newInputStream(file), size);
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws UnreadableException {
        if (left == 0) {
            return -1;
        }
        try {
            int read = file.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
