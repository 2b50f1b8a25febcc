package dev.attest.testkit;

import dev.attest.internal.journal.event.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that a test has in memory. */
public final class InMemoryContent implements Content {

    private final byte[] bytes;

    public InMemoryContent(byte... bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
