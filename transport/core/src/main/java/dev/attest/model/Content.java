package dev.attest.model;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that do not change and can be read more than once, from anywhere. */
public interface Content {

    /** Returns how many bytes there are. */
    long size();

    /** Opens them for reading, from the first. The caller closes the stream. */
    InputStream open() throws IOException;

    /**
     * Returns where it is kept how far a transfer of these bytes has come, for whoever goes on with it after the death of
     * this JVM. Bytes that do not outlive the JVM keep nothing.
     *
     * @param transfer its name: lower-case letters, digits and hyphens
     */
    default Bookmark bookmark(String transfer) {
        return Bookmark.NONE;
    }
}
