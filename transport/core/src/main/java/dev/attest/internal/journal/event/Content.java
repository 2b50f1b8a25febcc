package dev.attest.internal.journal.event;

import java.io.IOException;
import java.io.InputStream;

/** Immutable bytes that can be read repeatedly, from any position. */
public interface Content {

    long size();

    /** Opens a stream at the first byte. The caller closes it. */
    InputStream open() throws IOException;

    /**
     * Returns the cursor of an upload of these bytes. Another JVM resumes the upload there after the death of this one.
     * The cursor of bytes that do not outlive the JVM keeps nothing.
     *
     * @param transfer name of the upload: lower-case letters, digits and hyphens
     */
    default UploadCursor uploadCursor(String transfer) {
        return UploadCursor.NONE;
    }
}
