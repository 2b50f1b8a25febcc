package dev.attest.internal.mime;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a page embeds.
 *
 * @param contentId id in the {@code cid:} URL of the page; letters, digits, dots and one {@code @}
 * @param contentType such as {@code image/png}
 * @param source opens the file each time the page is written
 */
public record EmbeddedFile(String contentId, String contentType, Source source) {

    /** Returns the URL that the page refers to the file by. */
    public String reference() {
        return "cid:" + contentId;
    }

    /** Opens a file at its first byte. */
    @FunctionalInterface
    public interface Source {

        /** Returns a new stream. The caller closes it. */
        InputStream open() throws IOException;
    }
}
