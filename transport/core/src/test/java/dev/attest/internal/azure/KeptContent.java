package dev.attest.internal.azure;

import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bytes whose bookmarks outlive whoever sends them, as those of a journal do. */
public final class KeptContent implements Content {

    public final Map<String, String> bookmarks = new ConcurrentHashMap<>();
    private final byte[] bytes;

    public KeptContent(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public UploadCursor uploadCursor(String transfer) {
        return new UploadCursor() {
            @Override
            public Optional<String> read() {
                return Optional.ofNullable(bookmarks.get(transfer));
            }

            @Override
            public void set(String text) {
                bookmarks.put(transfer, text);
            }
        };
    }
}
