package dev.attest.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a file that is being sent. A read error becomes an {@link UnreadableBodyException}, unlike a network error. */
final class FileBytes implements Closeable {

    private static final int BUFFER = 24 * 1024;

    private final InputStream in;
    private final long from;

    private FileBytes(InputStream in, long from) {
        this.in = in;
        this.from = from;
    }

    /** Opens a file at a position. Skips the bytes before it without reading them, if the stream supports that. */
    static FileBytes open(Body.Source source, long from) throws UnreadableBodyException {
        try {
            InputStream in = source.open();
            try {
                in.skipNBytes(from);
                return new FileBytes(in, from);
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Copies exactly that many bytes. */
    void copy(long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = read(buffer, (int) Math.min(BUFFER, left));
            if (count < 0) {
                throw new UnreadableBodyException(
                        "the file ends " + left + " bytes before its length of " + (from + length));
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** Returns whether the file has more bytes. */
    boolean hasMore() throws UnreadableBodyException {
        return read(new byte[1], 1) >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int read(byte[] buffer, int count) throws UnreadableBodyException {
        try {
            return in.read(buffer, 0, count);
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be read: " + e.getMessage(), e);
        }
    }
}
