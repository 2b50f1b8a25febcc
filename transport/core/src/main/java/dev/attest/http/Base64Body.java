package dev.attest.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;

/**
 * A file in Base64 between two texts:
 *
 * <pre>{"fileName":"page.png","stream":"iVBORw0KGgoAAAANSUhEUgAA..."}
 * |---------- prefix -----------||-- 4 * ceil(size / 3) --||suffix|</pre>
 */
final class Base64Body implements Body {

    private static final int BUFFER = 24 * 1024;

    private final String contentType;
    private final byte[] prefix;
    private final Source source;
    private final long size;
    private final byte[] suffix;

    Base64Body(String contentType, byte[] prefix, Source source, long size, byte[] suffix) {
        this.contentType = contentType;
        this.prefix = prefix;
        this.source = source;
        this.size = size;
        this.suffix = suffix;
    }

    @Override
    public long length() {
        return prefix.length + 4 * ((size + 2) / 3) + suffix.length;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(prefix);
        try (InputStream file = open();
                OutputStream base64 = Base64.getEncoder().wrap(new LeftOpen(out))) {
            copy(file, base64);
        }
        out.write(suffix);
    }

    private void copy(InputStream file, OutputStream base64) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        while (left > 0) {
            int count = read(file, buffer, (int) Math.min(BUFFER, left));
            if (count < 0) {
                throw new UnreadableBodyException("the file ends " + left + " bytes before its length of " + size);
            }
            base64.write(buffer, 0, count);
            left -= count;
        }
        if (read(file, buffer, 1) >= 0) {
            throw new UnreadableBodyException("the file goes on after its length of " + size + " bytes");
        }
    }

    private InputStream open() throws UnreadableBodyException {
        try {
            return source.open();
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be opened: " + e.getMessage(), e);
        }
    }

    private static int read(InputStream file, byte[] buffer, int count) throws UnreadableBodyException {
        try {
            return file.read(buffer, 0, count);
        } catch (IOException e) {
            throw new UnreadableBodyException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** Closing the encoder writes its padding, and must not close the connection. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // The connection is the caller's.
        }
    }
}
