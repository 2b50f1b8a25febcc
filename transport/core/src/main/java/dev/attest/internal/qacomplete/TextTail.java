package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the end of a UTF-8 text in bounded memory. */
final class TextTail {

    private TextTail() {}

    /** Returns the text, or a note and at most {@code longest} bytes of its end. */
    static String of(Content content, int longest) throws IOException {
        long skipped = Math.max(0, content.size() - longest);
        try (InputStream in = content.open()) {
            in.skipNBytes(skipped);
            String text = new String(in.readNBytes(longest), StandardCharsets.UTF_8);
            // Skips the first line, which is incomplete and may begin within a character.
            int line = text.indexOf('\n');
            return skipped == 0
                    ? text
                    : "[the end of " + content.size() + " bytes]\n" + text.substring(line < 0 ? 0 : line + 1);
        }
    }
}
