package dev.attest.standin.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that counts and digests what it gets, and keeps no more than the service's limit of it. */
final class BoundedFile extends OutputStream {

    /** The largest attachment, as the service says it. */
    static final long LIMIT = 104_857_600;

    private final OutputStream out;
    private final MessageDigest digest;
    private final long limit;
    private long size;

    BoundedFile(Path file) throws IOException {
        this(file, LIMIT);
    }

    /** Keeps no more than this many bytes, and counts on. */
    BoundedFile(Path file, long limit) throws IOException {
        this.limit = limit;
        out = Files.newOutputStream(file);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size <= limit) {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    long size() {
        return size;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
