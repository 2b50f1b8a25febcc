package dev.attest.internal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** A file that contains a token and nothing else. */
final class TokenFile {

    /** Longer than any token, so that a device or a log that is named by mistake does not fill the memory. */
    private static final int LONGEST = 16 * 1024;

    private TokenFile() {}

    /** Returns the text without a byte order mark and surrounding white space. */
    static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("a file that exists, and " + file + " does not");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("a file with one token in it; " + file + " is longer");
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("a file that this user may read; reading it failed with " + e, e);
        }
    }

    static boolean isReadableByEverybody(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            // Windows has no such permissions. A file that cannot be read is reported when it is read.
            return false;
        }
    }
}
