package dev.attest.mime;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a page shows.
 *
 * @param contentId by which the page refers to it, as {@code cid:} and this; of letters, digits, dots and an {@code @}
 * @param contentType such as {@code image/png}
 * @param source opens it, whenever the page is written
 */
public record Embedded(String contentId, String contentType, Source source) {

    /** Returns what the page has where the file is to be shown. */
    public String reference() {
        return "cid:" + contentId;
    }

    /** Opens a file for reading, from its first byte. */
    @FunctionalInterface
    public interface Source {

        /** Returns a new stream, which the caller closes. */
        InputStream open() throws IOException;
    }
}
