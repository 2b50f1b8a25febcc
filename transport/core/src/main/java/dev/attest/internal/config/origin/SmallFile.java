package dev.attest.internal.config.origin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The head of a regular file: a pipe or a device in its place would hold up the tests for ever. */
final class SmallFile {

    private SmallFile() {}

    /** Returns at most this many bytes as text; empty if there is no such file, or if it cannot be read. */
    static String head(Path file, int longest) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(longest), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return "";
        }
    }
}
