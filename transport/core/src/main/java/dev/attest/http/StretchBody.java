package dev.attest.http;

import java.io.IOException;
import java.io.OutputStream;

/** A range of a file, as {@code application/octet-stream}. */
final class StretchBody implements Body {

    private final Source source;
    private final long from;
    private final long length;

    StretchBody(Source source, long from, long length) {
        this.source = source;
        this.from = from;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (length == 0) {
            return; // no need to open the file
        }
        try (FileBytes file = FileBytes.open(source, from)) {
            file.copy(length, out);
        }
    }
}
