package dev.attest.model;

import java.io.IOException;
import java.util.Optional;

/**
 * Where one transfer of a {@link Content} notes how far it has come. Belongs to one thread at a time. What was set survives
 * the death of the JVM; a power cut may take it, or leave an earlier one.
 */
public interface Bookmark {

    /** One that forgets. */
    Bookmark NONE = new Bookmark() {
        @Override
        public Optional<String> read() {
            return Optional.empty();
        }

        @Override
        public void set(String text) {
            // whoever comes after starts anew
        }
    };

    /** Returns what was set last; empty before that. */
    Optional<String> read() throws IOException;

    /** Replaces what was set before, at once or not at all. */
    void set(String text) throws IOException;
}
