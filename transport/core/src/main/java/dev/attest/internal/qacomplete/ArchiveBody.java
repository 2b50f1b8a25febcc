package dev.attest.internal.qacomplete;

import dev.attest.internal.http.Body;
import dev.attest.internal.mime.WebArchive;
import java.io.IOException;
import java.io.OutputStream;

/** A report as a request body. Its files are read twice in constant memory, first to compute the length. */
record ArchiveBody(WebArchive archive, long length) implements Body {

    static ArchiveBody of(WebArchive archive) throws IOException {
        Counter counter = new Counter();
        archive.writeTo(counter);
        return new ArchiveBody(archive, counter.count);
    }

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        archive.writeTo(out);
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
