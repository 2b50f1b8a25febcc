package dev.attest.internal.journal;

import dev.attest.internal.journal.event.UploadCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The cursor of one upload of a blob, in a small file beside the blob. */
record BlobUploadCursor(Disk disk, Path file) implements UploadCursor {

    /** In bytes. A longer text is not written by Attest. */
    private static final int LONGEST = 64 * 1024;

    @Override
    public Optional<String> read() throws IOException {
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (Disk.Handle handle = disk.read(file)) {
            byte[] text = new byte[(int) Math.min(LONGEST, handle.size())];
            int length = 0;
            for (int count = 0; count >= 0 && length < text.length; length += Math.max(0, count)) {
                count = handle.read(length, text, length, text.length - length);
            }
            return Optional.of(new String(text, 0, length, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void set(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path partial = file.resolveSibling(file.getFileName() + ".tmp");
        try (Disk.Handle handle = disk.open(partial)) {
            handle.truncate(0);
            handle.write(0, bytes, 0, bytes.length);
        }
        disk.rename(partial, file);
    }
}
