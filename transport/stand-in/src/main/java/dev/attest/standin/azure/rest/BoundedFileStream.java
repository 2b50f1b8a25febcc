package dev.attest.standin.azure.rest;

import dev.attest.standin.store.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes a file up to a limit, counts all bytes, and computes the digest. */
public final class BoundedFileStream extends OutputStream {

    /** The largest attachment that the service accepts. */
    public static final long LIMIT = 104_857_600;

    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final long limit;
    private long size;

    /** Opens a file with the limit of attachments. */
    public BoundedFileStream(Path file) throws IOException {
        this(file, LIMIT);
    }

    /** Opens a file that stores at most this many bytes. Further bytes are only counted. */
    public BoundedFileStream(Path file, long limit) throws IOException {
        this.limit = limit;
        out = Files.newOutputStream(file);
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

    /** Returns the number of bytes, including those over the limit. */
    public long size() {
        return size;
    }

    /** Returns the SHA-256 of the stored bytes. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
