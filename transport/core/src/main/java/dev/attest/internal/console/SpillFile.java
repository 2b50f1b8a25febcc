package dev.attest.internal.console;

import dev.attest.internal.guard.PrivateFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file. Closing it deletes it. POSIX systems delete its name as soon as it is open, so that a killed JVM
 * leaves no file behind. It is not a channel, because an interrupt of a test thread closes channels.
 */
final class SpillFile extends Spill {

    private final Path path;
    private final RandomAccessFile file;

    private SpillFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    static SpillFile in(Path folder) throws IOException {
        try {
            PrivateFolder.create(folder);
            SpillFile spill = new SpillFile(Files.createTempFile(folder, "", ".tmp"));
            spill.deleteIfPossible();
            return spill;
        } catch (SecurityException e) { // of a test, as if it had no rights
            throw new AccessDeniedException(folder.toString(), null, String.valueOf(e.getMessage()));
        }
    }

    @Override
    void write(long position, byte[] bytes, int offset, int length) throws IOException {
        file.seek(position);
        file.write(bytes, offset, length);
    }

    @Override
    int read(long position, byte[] into, int offset, int length) throws IOException {
        file.seek(position);
        return file.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
        deleteIfPossible();
    }

    private void deleteIfPossible() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException | SecurityException e) {
            // Windows does not delete open files, and a test may deny it. The folder is deleted with the journal.
        }
    }
}
