package dev.attest.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes that a regular file has when it is opened. What is added to it while it is read is left out, so that a log
 * that a server goes on to write has an end.
 */
public final class FixedLengthFile extends InputStream {

    /** The file is not there, is no file or directory, or may not be read. */
    public static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** Files of {@code /proc} say that they are empty, and are not. */
    private static final long MOST_OF_UNKNOWN_SIZE = 1024 * 1024;

    private final InputStream file;
    private long left;

    private FixedLengthFile(InputStream file, long size) {
        this.file = file;
        this.left = size == 0 ? MOST_OF_UNKNOWN_SIZE : size;
    }

    /** Opens nothing that is not a regular file, for a pipe would keep the test waiting and a device has no end. */
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
