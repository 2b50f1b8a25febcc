package dev.attest.journal;

import dev.attest.model.Event;
import dev.attest.model.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A journal on disk, inspected without its lock.
 *
 * @param folder of the journal
 * @param state whether it is in use
 * @param pid id of the process that holds or held it; 0 if that process closed it
 * @param otherHost name of the host of that process, if it is another host, where nobody can tell here whether the
 *     process runs; otherwise empty
 */
public record FoundJournal(Path folder, State state, long pid, String otherHost) {

    private static final Kinds<Event> EVENTS = new Kinds<>(Event.class);
    private static final Kinds<Receipt> RECEIPTS = new Kinds<>(Receipt.class);

    /** Whether a journal is in use. */
    public enum State {
        /** A running JVM holds it. */
        HELD,
        /** No JVM of this host holds it: its JVM died or closed it. */
        LEFT,
        /** A service refused some of it. A person has to look at it. */
        REFUSED
    }

    /**
     * Reads all complete lines, the acknowledgements first.
     *
     * @param receipts returns the visitor for the acknowledgements of a destination, by its name
     * @return how many ranges of lines are unreadable
     * @throws IOException if the journal cannot be read at all; the message says why
     */
    public int read(Event.Handler events, Function<String, Receipt.Handler> receipts) throws IOException {
        Disk disk = new LocalDisk();
        int unreadable = 0;
        for (Path file : disk.list(folder)) {
            if (AckLogs.isLog(file)) {
                Receipt.Handler taker = receipts.apply(AckLogs.destinationOf(file));
                unreadable += read(disk, file, RECEIPTS, receipt -> receipt.tell(taker));
            }
        }
        Path file = folder.resolve(Journal.EVENTS);
        return disk.exists(file) ? unreadable + read(disk, file, EVENTS, event -> event.tell(events)) : unreadable;
    }

    private static <T> int read(Disk disk, Path file, Kinds<T> kinds, Consumer<T> taker) throws IOException {
        int unreadable = 0;
        try (Disk.Handle in = disk.read(file)) {
            LineScanner pieces = new LineScanner(in::read, 0);
            for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
                T value = value(piece, file, kinds);
                if (value != null) {
                    taker.accept(value);
                } else if (!piece.sound() || !Format.isFormat(piece)) {
                    unreadable++;
                }
            }
        }
        return unreadable;
    }

    private static <T> @Nullable T value(Piece piece, Path file, Kinds<T> kinds) throws IOException {
        if (!piece.sound()) {
            return null;
        }
        Format.check(piece, file);
        try {
            return Format.isFormat(piece) ? null : kinds.decode(piece.json());
        } catch (IOException e) {
            return null; // a kind of a newer version
        }
    }
}
