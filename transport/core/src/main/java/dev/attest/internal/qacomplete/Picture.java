package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognizes images that a browser can show by their first bytes, not by their names. */
final class Picture {

    private static final int HEAD = 12;

    private Picture() {}

    /** Returns the media type, such as {@code image/png}; empty if a browser cannot show the file. */
    static Optional<String> typeOf(Content content) throws IOException {
        String head;
        try (InputStream in = content.open()) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1); // one character for each byte
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8) ? Optional.of("image/webp") : Optional.empty();
    }
}
