package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of a text in UTF-8, which tells most about a failure, in bounded memory. */
final class TextTail {

    private TextTail() {}

    /** Returns the text, or so many bytes of its end and a note of its length. */
    static String of(Content content, int longest) throws IOException {
        long skipped = Math.max(0, content.size() - longest);
        try (InputStream in = content.open()) {
            in.skipNBytes(skipped);
            String text = new String(in.readNBytes(longest), StandardCharsets.UTF_8);
            // A character may be cut in two there, and most of a line is none.
            int line = text.indexOf('\n');
            return skipped == 0
                    ? text
                    : "[the end of " + content.size() + " bytes]\n" + text.substring(line < 0 ? 0 : line + 1);
        }
    }
}
