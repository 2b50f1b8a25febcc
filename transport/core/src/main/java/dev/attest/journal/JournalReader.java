package dev.attest.journal;

import dev.attest.model.Event;
import java.io.IOException;
import java.util.List;

/**
 * Follows a journal also while threads append to it. Each reader has a place of its own.
 * Thread-safe; needs no closing.
 */
public final class JournalReader {

    private final LineReader<Event> lines;

    JournalReader(LineReader<Event> lines) {
        this.lines = lines;
    }

    /**
     * Returns the next events in the order in which they were appended, {@code max} at most; none when there are no more
     * so far. Does not wait for any. What cannot be read is skipped, and named by {@link Journal#damage()}.
     */
    public List<Event> read(int max) throws IOException {
        return lines.read(max);
    }

    /** Returns where it stands: a reader that is made for this place reads the same as this one will. */
    public long position() {
        return lines.position();
    }
}
