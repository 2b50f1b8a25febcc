package dev.attest.journal;

import dev.attest.model.Event;
import dev.attest.model.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A journal, as it was found.
 *
 * @param folder that holds it
 * @param state whose it is
 * @param pid id of the process that has, or had, it; 0 where that closed it
 * @param otherHost host of that process where it is not this one, and nobody can tell here whether it runs; else empty
 */
public record FoundJournal(Path folder, State state, long pid, String otherHost) {

    private static final Kinds<Event> EVENTS = new Kinds<>(Event.class);
    private static final Kinds<Receipt> RECEIPTS = new Kinds<>(Receipt.class);

    /** Whose a journal is. */
    public enum State {
        /** A JVM that runs. */
        HELD,
        /** Nobody's on this host: its JVM has died or has closed it. */
        LEFT,
        /** A person's: some of it was refused. */
        REFUSED
    }

    /**
     * Reads all that is complete so far, the receipts first.
     *
     * @param receipts returns what takes those of a destination, by its name
     * @return how many stretches could not be read
     * @throws IOException if it cannot be read at all; the message says why
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
            return null; // of a kind that only a newer version knows
        }
    }
}
