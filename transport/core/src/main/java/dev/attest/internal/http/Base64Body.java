package dev.attest.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/**
 * A file in Base64 between two texts:
 *
 * <pre>{"fileName":"page.png","stream":"iVBORw0KGgoAAAANSUhEUgAA..."}
 * |---------- prefix -----------||-- 4 * ceil(size / 3) --||suffix|</pre>
 */
final class Base64Body implements Body {

    private final String contentType;
    private final byte[] prefix;
    private final FileRange file;
    private final byte[] suffix;

    Base64Body(String contentType, byte[] prefix, FileRange file, byte[] suffix) {
        this.contentType = contentType;
        this.prefix = prefix;
        this.file = file;
        this.suffix = suffix;
    }

    @Override
    public long length() {
        return prefix.length + 4 * ((file.length() + 2) / 3) + suffix.length;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(prefix);
        try (OutputStream base64 = Base64.getEncoder().wrap(new LeftOpen(out))) {
            file.copyTo(base64);
        }
        out.write(suffix);
    }

    /** Closing the encoder writes the padding. It must not close the connection. */
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
            // the caller closes the connection
        }
    }
}
