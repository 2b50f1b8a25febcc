package dev.attest.internal.console;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is gone when it is closed, and where the system allows it, out of sight from the beginning, so that a JVM
 * that is killed leaves none behind. No channel on purpose: those are closed when a thread is interrupted, as threads
 * of tests are.
 */
final class SpillFile implements Closeable {

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

    int read(long position, byte[] bytes, int offset, int length) throws IOException {
        file.seek(position);
        return file.read(bytes, offset, length);
    }

    /** Returns the bytes between two positions. */
    InputStream stretch(long start, long end) {
        return new FileSection(this, start, end);
    }

    @Override
    public void close() throws IOException {
        file.close();
        deleteIfPossible();
    }

    private void deleteIfPossible() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows keeps what is open; the folder goes with the journal in any case.
        }
    }
}
