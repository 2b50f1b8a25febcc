package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** The bytes of one file on a disk. */
record Blob(Disk disk, Path file, long size) implements Content {

    static Blob open(Disk disk, Path file) throws IOException {
        try (Disk.Handle handle = disk.read(file)) {
            return new Blob(disk, file, handle.size());
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new HandleStream(disk.read(file));
    }

    @Override
    public UploadCursor uploadCursor(String transfer) {
        return new BlobUploadCursor(disk, file.resolveSibling(file.getFileName() + "." + transfer));
    }

    private static final class HandleStream extends InputStream {

        private final Disk.Handle handle;
        private long position;

        HandleStream(Disk.Handle handle) {
            this.handle = handle;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            int read = handle.read(position, into, offset, length);
            position += Math.max(read, 0);
            return read;
        }

        /** Moves the position without reading. */
        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.max(0, Math.min(count, handle.size() - position));
            position += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}
