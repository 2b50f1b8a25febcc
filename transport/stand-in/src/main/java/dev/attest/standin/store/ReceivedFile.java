package dev.attest.standin.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/**
 * A file that a client sent.
 *
 * @param fileName the name given by the client; never used as a name on disk
 * @param bytes the file with the content
 */
public record ReceivedFile(String fileName, long size, String sha256, Path bytes) {

    /** Writes a stream to a file. */
    public static ReceivedFile receive(String fileName, InputStream content, Path target) throws IOException {
        try (var digested = new DigestInputStream(content, Sha256.digest())) {
            var size = Files.copy(digested, target);
            var sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new ReceivedFile(fileName, size, sha256, target);
        }
    }
}
