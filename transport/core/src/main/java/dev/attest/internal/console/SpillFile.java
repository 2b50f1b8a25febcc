package dev.attest.internal.console;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file. Closing it deletes it. POSIX systems delete its name as soon as it is open, so that a killed JVM
 * leaves no file behind. It is not a channel, because an interrupt of a test thread closes channels.
 */
final class SpillFile implements Closeable {

    /** In bytes. Longer lines are cut in two. */
    private static final int SEARCH_LIMIT = 64 * 1024;

    private final Path path;
    private final RandomAccessFile file;

    private SpillFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    static SpillFile in(Path folder) throws IOException {
        Files.createDirectories(folder);
        SpillFile spill = new SpillFile(Files.createTempFile(folder, "", ".tmp"));
        spill.deleteIfPossible();
        return spill;
    }

    void write(long position, byte[] bytes, int offset, int length) throws IOException {
        file.seek(position);
        file.write(bytes, offset, length);
    }

    InputStream section(long start, long end) {
        return new Section(start, end);
    }

    /** Returns the end of the last whole line before a position; the position itself if none is near. */
    long lastLineEndBefore(long position) throws IOException {
        long from = Math.max(0, position - SEARCH_LIMIT);
        int end = textOf(section(from, position)).lastIndexOf('\n');
        return end < 0 ? position : from + end + 1;
    }

    /** Returns the start of the first whole line after a position; the position itself if none is near. */
    long firstLineStartAfter(long position, long limit) throws IOException {
        int end = textOf(section(position, Math.min(limit, position + SEARCH_LIMIT)))
                .indexOf('\n');
        return end < 0 ? position : position + end + 1;
    }

    @Override
    public void close() throws IOException {
        file.close();
        deleteIfPossible();
    }

    /** Returns a text with a character for each byte. */
    private static String textOf(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private void deleteIfPossible() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows does not delete open files. The folder is deleted with the journal.
        }
    }

    /** The bytes of a file between two positions. Closing it leaves the file open. */
    private final class Section extends InputStream {

        private final long end;
        private long position;

        Section(long start, long end) {
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (position >= end) {
                return -1;
            }
            file.seek(position);
            int read = file.read(buffer, offset, (int) Math.min(length, end - position));
            position += Math.max(read, 0);
            return read;
        }
    }
}
