package dev.attest.internal.journal.event;

import java.io.IOException;
import java.util.Optional;

/**
 * The position that one upload of a {@link Content} has reached. One thread uses it at a time. A position that was set
 * survives the death of the JVM. A power cut may lose it, or bring back an earlier one.
 */
public interface UploadCursor {

    /** A cursor that keeps nothing. */
    UploadCursor NONE = new UploadCursor() {
        @Override
        public Optional<String> read() {
            return Optional.empty();
        }

        @Override
        public void set(String text) {
            // the next upload starts at the beginning
        }
    };

    /** Returns the last text that was set; empty if there is none. */
    Optional<String> read() throws IOException;

    /** Replaces the text atomically. */
    void set(String text) throws IOException;
}
