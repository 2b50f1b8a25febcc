package dev.attest.internal.http;

import dev.attest.internal.http.Body.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A range of a file, unchanged. A read error becomes an {@link UnreadableBodyException}, unlike a network error.
 *
 * @param contentType media type of the body
 * @param source opens the file
 * @param from position of the first byte
 * @param length number of bytes
 * @param mustEnd whether the file must end there
 */
record FileBody(String contentType, Source source, long from, long length, boolean mustEnd) implements Body {

    private static final int BUFFER = 24 * 1024;

    /** Returns a body with a file that must have exactly that size. */
    static FileBody whole(String contentType, Source source, long size) {
        return new FileBody(contentType, source, 0, size, true);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (length == 0 && !mustEnd) {
            return; // no need to open the file
        }
        try (InputStream in = open()) {
            byte[] buffer = new byte[BUFFER];
            long left = length;
            while (left > 0) {
                int count = read(in, buffer, (int) Math.min(BUFFER, left));
                if (count < 0) {
                    throw new UnreadableBodyException(
                            "the file ends " + left + " bytes before its length of " + (from + length));
                }
                out.write(buffer, 0, count);
                left -= count;
            }
            if (mustEnd && read(in, buffer, 1) >= 0) {
                throw new UnreadableBodyException("the file goes on after its length of " + length + " bytes");
            }
        }
    }

    /** Skips the bytes before the range without reading them, if the stream supports that. */
    private InputStream open() throws UnreadableBodyException {
        try {
            InputStream in = source.open();
            try {
                in.skipNBytes(from);
                return in;
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be opened: " + e.getMessage(), e);
        }
    }

    private static int read(InputStream in, byte[] buffer, int count) throws UnreadableBodyException {
        try {
            return in.read(buffer, 0, count);
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be read: " + e.getMessage(), e);
        }
    }
}
