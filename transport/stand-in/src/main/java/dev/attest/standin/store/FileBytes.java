package dev.attest.standin.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was sent.
 *
 * @param fileName as its sender calls it; never the name of a file here
 * @param bytes the file that holds them
 */
public record FileBytes(String fileName, long size, String sha256, Path bytes) {

    /** Writes a stream to a file, and returns what was written. */
    public static FileBytes receive(String fileName, InputStream content, Path target) throws IOException {
        try (var digested = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            var size = Files.copy(digested, target);
            var sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new FileBytes(fileName, size, sha256, target);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
