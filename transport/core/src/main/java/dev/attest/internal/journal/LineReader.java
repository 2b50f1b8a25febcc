package dev.attest.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of a file of lines. Each call continues where the last one stopped. Thread-safe. */
final class LineReader<T> {

    private final LineFile lines;
    private final LineScanner ranges;
    private final LineCodec<T> codec;
    private final Quarantine quarantine;
    private final List<T> read = new ArrayList<>();
    private long position;

    LineReader(LineFile lines, LineCodec<T> codec, Quarantine quarantine, long from) {
        this.lines = lines;
        this.position = from;
        this.ranges = lines.scan(from);
        this.codec = codec;
        this.quarantine = quarantine;
    }

    /**
     * Returns the next values, {@code max} at most. If reading fails, the values read so far are kept for the next
     * call.
     */
    synchronized List<T> read(int max) throws IOException {
        while (read.size() < max) {
            LineRange range = ranges.next();
            if (range == null) {
                break;
            }
            position = range.to();
            addTo(read, range);
        }
        List<T> values = List.copyOf(read);
        read.clear();
        return values;
    }

    /** Returns the position of the first line that was not read yet. */
    synchronized long position() {
        return position;
    }

    private void addTo(List<T> values, LineRange range) {
        if (!range.intact()) {
            quarantine.note(lines.file(), range.from(), range.to(), "damaged");
            return;
        }
        if (FormatVersion.isFormat(range)) {
            return;
        }
        try {
            values.add(codec.decode(range.json()));
        } catch (IOException e) {
            quarantine.note(lines.file(), range.from(), range.to(), String.valueOf(e.getMessage()));
        }
    }
}
