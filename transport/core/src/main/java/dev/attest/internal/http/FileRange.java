package dev.attest.internal.http;

import dev.attest.internal.http.Body.Source;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a range of a file, unchanged. A read error fails the exchange as an unreadable body, unlike a network error.
 *
 * @param from position of the first byte
 * @param length number of bytes
 * @param mustEnd whether the file must end there
 */
record FileRange(Source source, long from, long length, boolean mustEnd) implements Body.Writer {

    private static final int BUFFER = 24 * 1024;

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
                    throw unreadable("ends " + left + " bytes before its length of " + (from + length), null);
                }
                out.write(buffer, 0, count);
                left -= count;
            }
            if (mustEnd && read(in, buffer, 1) >= 0) {
                throw unreadable("goes on after its length of " + length + " bytes", null);
            }
        }
    }

    /** Skips the bytes before the range without reading them, if the stream supports that. */
    private InputStream open() throws ExchangeFailedException {
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
            throw unreadable("cannot be opened: " + e.getMessage(), e);
        }
    }

    private static int read(InputStream in, byte[] buffer, int count) throws ExchangeFailedException {
        try {
            return in.read(buffer, 0, count);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getMessage(), e);
        }
    }

    private static ExchangeFailedException unreadable(String why, @Nullable IOException cause) {
        return new ExchangeFailedException(Failure.UNREADABLE_BODY, "the file " + why, cause);
    }
}
