package dev.attest.internal.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A range of a file, unchanged.
 *
 * @param contentType media type of the body
 * @param file range that is sent
 */
record FileBody(String contentType, FileRange file) implements Body {

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        file.copyTo(out);
    }
}
