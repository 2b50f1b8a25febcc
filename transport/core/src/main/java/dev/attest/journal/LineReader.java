package dev.attest.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of a file of lines. Each call continues where the last one stopped. Thread-safe. */
final class LineReader<T> {

    private final LineFile lines;
    private final LineScanner pieces;
    private final Kinds<T> kinds;
    private final Damage damage;
    private final List<T> read = new ArrayList<>();
    private long position;

    LineReader(LineFile lines, Kinds<T> kinds, Damage damage, long from) {
        this.lines = lines;
        this.position = from;
        this.pieces = lines.scan(from);
        this.kinds = kinds;
        this.damage = damage;
    }

    /**
     * Returns the next values, {@code max} at most. If reading fails, the values read so far are kept for the next
     * call.
     */
    synchronized List<T> read(int max) throws IOException {
        while (read.size() < max) {
            Piece piece = pieces.next();
            if (piece == null) {
                break;
            }
            position = piece.to();
            addTo(read, piece);
        }
        List<T> values = List.copyOf(read);
        read.clear();
        return values;
    }

    /** Returns the position of the first line that was not read yet. */
    synchronized long position() {
        return position;
    }

    private void addTo(List<T> values, Piece piece) {
        if (!piece.sound()) {
            damage.note(lines.file(), piece.from(), piece.to(), "damaged");
            return;
        }
        if (Format.isFormat(piece)) {
            return;
        }
        try {
            values.add(kinds.decode(piece.json()));
        } catch (IOException e) {
            damage.note(lines.file(), piece.from(), piece.to(), String.valueOf(e.getMessage()));
        }
    }
}
