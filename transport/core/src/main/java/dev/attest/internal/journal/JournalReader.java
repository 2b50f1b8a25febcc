package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.util.List;

/**
 * Reads a journal while other threads append to it. Each reader has its own position. Thread-safe; need not be closed.
 */
public final class JournalReader {

    private final LineReader<Event> lines;

    JournalReader(LineReader<Event> lines) {
        this.lines = lines;
    }

    /**
     * Returns the next events in the order in which they were appended, {@code max} at most. Returns none if there are
     * no more so far; does not wait. Skips unreadable lines, which {@link Journal#damage()} reports.
     */
    public List<Event> read(int max) throws IOException {
        return lines.read(max);
    }

    /** Returns the position, for {@link Journal#reader(long)}. */
    public long position() {
        return lines.position();
    }
}
