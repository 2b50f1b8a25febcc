package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The bytes of one file on a disk. */
record Blob(Disk disk, Path file, long size) implements Content {

    static Blob open(Disk disk, Path file) throws IOException {
        try (Disk.Handle handle = disk.read(file)) {
            return new Blob(disk, file, handle.size());
        }
    }

    /** Returns the bytes of an open file whose name may be gone. Its owner closes the file. */
    static Content held(Disk disk, Path file, Disk.Handle open) throws IOException {
        return new HeldBlob(disk, file, open, open.size());
    }

    @Override
    public InputStream open() throws IOException {
        return new HandleStream(disk.read(file));
    }

    @Override
    public UploadCursor uploadCursor(String transfer) {
        return new CursorFile(disk, file.resolveSibling(file.getFileName() + "." + transfer));
    }

    /** An open file, which several threads read at their own positions. */
    private record HeldBlob(Disk disk, Path file, Disk.Handle handle, long size) implements Content {

        @Override
        public InputStream open() {
            return new HandleStream(new SharedHandle(handle));
        }

        @Override
        public UploadCursor uploadCursor(String transfer) {
            return new Blob(disk, file, size).uploadCursor(transfer);
        }
    }

    /** A handle of one reader of an open file. */
    private record SharedHandle(Disk.Handle open) implements Disk.Handle {

        @Override
        public long size() throws IOException {
            return open.size();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            synchronized (open) {
                return open.read(position, into, offset, length);
            }
        }

        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            throw new IOException("a content does not change");
        }

        @Override
        public void truncate(long size) throws IOException {
            throw new IOException("a content does not change");
        }

        @Override
        public void force() {
            // the one who wrote it does that
        }

        @Override
        public void close() {
            // others read it too
        }
    }

    /** The cursor of one upload, in a small file beside the blob. */
    private record CursorFile(Disk disk, Path file) implements UploadCursor {

        /** In bytes. A longer text is not written by Attest. */
        private static final int LONGEST = 64 * 1024;

        @Override
        public Optional<String> read() throws IOException {
            if (!disk.exists(file)) {
                return Optional.empty();
            }
            try (InputStream in = new HandleStream(disk.read(file))) {
                return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
            }
        }

        @Override
        public void set(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Path partial = file.resolveSibling(file.getFileName() + ".tmp");
            try (Disk.Handle handle = disk.open(partial)) {
                handle.truncate(0);
                handle.write(0, bytes, 0, bytes.length);
            }
            disk.rename(partial, file);
        }
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
