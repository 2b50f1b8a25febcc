package dev.attest.http;

import dev.attest.http.Body.Source;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A whole file in a request. It must have exactly the announced length.
 *
 * @param source opens the file
 * @param size announced length in bytes
 */
record ExactFile(Source source, long size) {

    /** Copies all bytes in constant memory. */
    void copyTo(OutputStream out) throws IOException {
        try (FileBytes file = FileBytes.open(source, 0)) {
            file.copy(size, out);
            if (file.hasMore()) {
                throw new UnreadableBodyException("the file goes on after its length of " + size + " bytes");
            }
        }
    }
}
