package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values of a file of lines while other threads append to it. Each reader has its own position. Thread-safe;
 * need not be closed.
 */
public final class LineReader<T> {

    /** Takes the ranges that are damaged, or of a kind of a newer version. */
    interface Unreadable {
        void note(Path file, long from, long to, String reason);
    }

    private final Path file;
    private final LineScanner ranges;
    private final LineCodec<T> codec;
    private final Unreadable unreadable;
    private final List<T> read = new ArrayList<>();
    private long position;

    /** Whether no undamaged line was read. Only the first one tells the format. */
    private boolean atFirstLine;

    LineReader(Path file, LineScanner.Source source, long from, LineCodec<T> codec, Unreadable unreadable) {
        this.file = file;
        this.ranges = new LineScanner(source, from);
        this.position = from;
        this.atFirstLine = from == 0;
        this.codec = codec;
        this.unreadable = unreadable;
    }

    /**
     * Returns the next values in the order in which they were appended, {@code max} at most. Returns none if there are
     * no more so far; does not wait. Notes unreadable lines and skips them. If reading fails, the values read so far
     * are kept for the next call.
     *
     * @throws IOException also if a newer version wrote the file
     */
    public synchronized List<T> read(int max) throws IOException {
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

    /** Returns the position of the first line that was not read yet, for {@link Journal#reader(long)}. */
    public synchronized long position() {
        return position;
    }

    private void addTo(List<T> values, LineRange range) throws IOException {
        if (!range.intact()) {
            unreadable.note(file, range.from(), range.to(), "damaged");
            return;
        }
        boolean isFormat = atFirstLine && FormatVersion.isFormat(range);
        atFirstLine = false;
        if (isFormat) {
            FormatVersion.check(range, file);
            return;
        }
        try {
            values.add(codec.decode(range.bytes()));
        } catch (IOException e) {
            unreadable.note(file, range.from(), range.to(), String.valueOf(e.getMessage()));
        }
    }
}
