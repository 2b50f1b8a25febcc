package dev.attest.http;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a whole file. */
final class FileBody implements Body {

    private final String contentType;
    private final ExactFile file;

    FileBody(String contentType, ExactFile file) {
        this.contentType = contentType;
        this.file = file;
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        file.copyTo(out);
    }
}
