package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.console.Channel;
import dev.attest.internal.console.ConsoleLog;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.files.AttachedFile;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.FixedLengthFile;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes attachments to the journal, the bytes before the event, and counts them. Thread-safe. */
public final class AttachmentWriter {

    private final Journal journal;
    private final AttachmentTypeRules types;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /** How many are put on things of each destination. */
    private final Map<String, Integer> placed = new ConcurrentHashMap<>();

    AttachmentWriter(Journal journal, AttachmentTypeRules types) {
        this.journal = journal;
        this.types = types;
    }

    public ReportedCount reported() {
        return new ReportedCount(all.get(), lost.get());
    }

    /** Returns how many are only for destinations other than this one; none where it has no name. */
    public int elsewhere(String destination) {
        return destination.isEmpty()
                ? 0
                : placed.entrySet().stream()
                        .filter(each -> !each.getKey().equals(destination))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    /** Adds a copy of a file or a zip of a directory; {@code note} takes what of it cannot be read, and why. */
    void add(RowAttempt from, Path file, @Nullable AttachmentType type, Consumer<String> note) throws IOException {
        add(from, file, type, null, "", note);
    }

    /** Adds the same, to be put on a thing of a service, with a comment. */
    void add(RowAttempt from, Path file, AttachmentTarget place, String comment, Consumer<String> note)
            throws IOException {
        add(from, file, null, place, comment, note);
    }

    /** Adds what was printed, if there is any. */
    void add(RowAttempt from, ConsoleOutput printed) throws IOException {
        for (Channel channel : Channel.values()) {
            ConsoleLog log = printed.log(channel);
            if (!log.isEmpty()) {
                add(from, channel.fileName(), AttachmentType.CONSOLE_LOG, log.open());
            }
        }
    }

    /** Adds bytes; a null type is told by the name. */
    void add(RowAttempt from, String fileName, @Nullable AttachmentType type, InputStream content) throws IOException {
        add(from, fileName, type, content, null, "");
    }

    private void add(
            RowAttempt from,
            Path file,
            @Nullable AttachmentType type,
            @Nullable AttachmentTarget place,
            String comment,
            Consumer<String> note)
            throws IOException {
        try (AttachedFile attached = AttachedFile.open(file)) {
            add(from, attached.name(), type, attached.content(), place, comment);
            if (!attached.leftOut().isEmpty()) {
                note.accept("Attachment " + file + " is without " + attached.leftOut());
            }
        } catch (FixedLengthFile.UnreadableException e) {
            note.accept("Attachment " + file + " could not be read: " + e.getMessage());
        }
    }

    private void add(
            RowAttempt from,
            String fileName,
            @Nullable AttachmentType type,
            InputStream content,
            @Nullable AttachmentTarget place,
            String comment)
            throws IOException {
        all.incrementAndGet();
        try {
            StoredBlob stored = journal.store(content);
            journal.append(new Event.AttachmentAdded(new Attachment(
                    numbers.incrementAndGet(),
                    from.row(),
                    from.attempt(),
                    fileName,
                    type == null ? types.ofFile(fileName) : type,
                    stored.sha256(),
                    stored.size(),
                    place,
                    comment)));
            if (place != null) {
                placed.merge(place.destination(), 1, Integer::sum);
            }
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof FixedLengthFile.UnreadableException unreadable) {
                all.decrementAndGet();
                throw unreadable;
            }
            lost.incrementAndGet();
            throw e;
        }
    }
}
