package dev.attest.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/**
 * A file in Base64.
 *
 * @param file the file; its media type is that of the body
 */
record Base64Body(FileBody file) implements Body {

    @Override
    public long length() {
        return 4 * ((file.length() + 2) / 3);
    }

    @Override
    public String contentType() {
        return file.contentType();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (OutputStream base64 = Base64.getEncoder().wrap(new LeftOpen(out))) {
            file.writeTo(base64);
        }
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
