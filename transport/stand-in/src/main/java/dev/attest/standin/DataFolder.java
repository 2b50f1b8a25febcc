package dev.attest.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the data of a stand-in.
 *
 * @param temporary true if the folder is deleted when the stand-in closes
 */
record DataFolder(Path path, boolean temporary) {

    static DataFolder of(@Nullable Path wanted) throws IOException {
        return wanted == null
                ? new DataFolder(Files.createTempDirectory("attest-stand-in"), true)
                : new DataFolder(wanted.toAbsolutePath().normalize(), false);
    }

    void deleteIfTemporary() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + path, e);
        }
    }
}
