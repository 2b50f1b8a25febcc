package dev.attest.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a stand-in keeps its data.
 *
 * @param temporary whether it goes when the stand-in does
 */
record DataFolder(Path path, boolean temporary) {

    static DataFolder of(@Nullable Path wanted) throws IOException {
        return wanted == null
                ? new DataFolder(Files.createTempDirectory("attest-stand-in"), true)
                : new DataFolder(wanted.toAbsolutePath().normalize(), false);
    }

    void release() {
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
