package dev.attest;

import dev.attest.capture.Channel;
import dev.attest.capture.ConsoleLog;
import dev.attest.journal.Journal;
import dev.attest.journal.Stored;
import dev.attest.model.Attachment;
import dev.attest.model.AttachmentType;
import dev.attest.model.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes attachments to the journal, the bytes before the event, and counts them. Thread-safe. */
final class AttachmentWriter {

    private final Journal journal;
    private final AttachmentTypes types;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    AttachmentWriter(Journal journal, AttachmentTypes types) {
        this.journal = journal;
        this.types = types;
    }

    Reported reported() {
        return new Reported(all.get(), lost.get());
    }

    /** Adds a copy of a file or a zip of a directory; {@code note} takes what of it cannot be read, and why. */
    void add(Rows.Place place, Path file, @Nullable AttachmentType type, Consumer<String> note) throws IOException {
        try (AttachedFile attached = AttachedFile.open(file)) {
            add(place, attached.name(), type, attached.content());
            if (!attached.leftOut().isEmpty()) {
                note.accept("Attachment " + file + " is without " + attached.leftOut());
            }
        } catch (FrozenFile.UnreadableException e) {
            note.accept("Attachment " + file + " could not be read: " + e.getMessage());
        }
    }

    /** Adds what was printed, if there is any. */
    void add(Rows.Place place, ConsoleOutput printed) throws IOException {
        for (Channel channel : Channel.values()) {
            ConsoleLog log = printed.log(channel);
            if (!log.isEmpty()) {
                add(place, channel.fileName(), AttachmentType.CONSOLE_LOG, log.open());
            }
        }
    }

    /** Adds bytes; a null type is told by the name. */
    void add(Rows.Place place, String fileName, @Nullable AttachmentType type, InputStream content) throws IOException {
        all.incrementAndGet();
        try {
            Stored stored = journal.store(content);
            journal.append(new Event.AttachmentAdded(new Attachment(
                    numbers.incrementAndGet(),
                    place.row(),
                    place.attempt(),
                    fileName,
                    type == null ? types.ofFile(fileName) : type,
                    stored.sha256(),
                    stored.size())));
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof FrozenFile.UnreadableException unreadable) {
                all.decrementAndGet();
                throw unreadable;
            }
            lost.incrementAndGet();
            throw e;
        }
    }
}
