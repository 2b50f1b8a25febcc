package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.AckFormat;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.EventFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A journal on disk, inspected without its lock.
 *
 * @param state whether it is in use
 * @param pid id of the process that holds or held it; 0 if that process closed it
 * @param otherHost name of the host of that process, if it is another one; it is then unknown whether the process runs;
 *     otherwise empty
 */
public record InspectedJournal(Path folder, State state, long pid, String otherHost) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final LineCodec<Event> EVENTS = new LineCodec<>(new EventFormat());
    private static final LineCodec<Ack> ACKS = new LineCodec<>(new AckFormat());

    public enum State {
        /** A running JVM holds it. */
        IN_USE,
        /** No JVM of this host holds it: its JVM died or closed it. */
        ORPHANED,
        /** A service refused some of it. A person has to look at it. */
        REFUSED
    }

    /**
     * Reads all complete lines, the acknowledgements first.
     *
     * @param events takes the events, in order
     * @param acks returns the visitor for the acknowledgements of a destination, by its name
     * @return how many ranges of lines are unreadable
     * @throws IOException if the journal cannot be read at all; the message says why
     */
    public int read(Consumer<Event> events, Function<String, Ack.Visitor> acks) throws IOException {
        Disk disk = new LocalDisk();
        int unreadable = 0;
        for (Path file : disk.list(folder)) {
            if (AckLogs.isLog(file)) {
                Ack.Visitor visitor = acks.apply(AckLogs.destinationOf(file));
                unreadable += read(disk, file, ACKS, ack -> ack.accept(visitor));
            }
        }
        Path file = folder.resolve(Journal.EVENTS);
        return disk.exists(file) ? unreadable + read(disk, file, EVENTS, events) : unreadable;
    }

    /**
     * Reads all complete events, in order, and no acknowledgement.
     *
     * @return how many ranges of lines are unreadable
     * @throws IOException if the journal cannot be read at all; the message says why
     */
    public int readEvents(Consumer<Event> events) throws IOException {
        Disk disk = new LocalDisk();
        Path file = folder.resolve(Journal.EVENTS);
        return disk.exists(file) ? read(disk, file, EVENTS, events) : 0;
    }

    /**
     * Returns the bytes of an attachment, without a look at their hash.
     *
     * @param sha256 name of the attachment in the journal
     * @throws IOException if it is not there, or is no regular file
     */
    public Content content(String sha256) throws IOException {
        if (!HASH.matcher(sha256).matches()) {
            throw new LostContentException("'" + sha256 + "' is not the name of an attachment in " + folder);
        }
        return Blob.open(new LocalDisk(), folder.resolve(Blobs.FOLDER).resolve(sha256));
    }

    private static <T> int read(Disk disk, Path file, LineCodec<T> codec, Consumer<T> consumer) throws IOException {
        AtomicInteger unreadable = new AtomicInteger();
        try (Disk.Handle in = disk.read(file)) {
            LineReader<T> lines =
                    new LineReader<>(file, in, 0, codec, (ignored, from, to, reason) -> unreadable.incrementAndGet());
            for (List<T> next = lines.read(1); !next.isEmpty(); next = lines.read(1)) { // a line may be long
                next.forEach(consumer);
            }
        }
        return unreadable.get();
    }
}
