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
import dev.attest.internal.masking.Masking;
import java.io.ByteArrayInputStream;
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
    private final Masking masking;
    private final AtomicInteger lastId = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /** Attachments to items, counted by destination. */
    private final Map<String, Integer> targeted = new ConcurrentHashMap<>();

    AttachmentWriter(Journal journal, AttachmentTypeRules types, Masking masking) {
        this.journal = journal;
        this.types = types;
        this.masking = masking;
    }

    public ReportedCount reported() {
        return new ReportedCount(all.get(), lost.get());
    }

    /** Returns how many attachments are only for destinations other than this one; 0 if the name is empty. */
    public int countElsewhere(String destination) {
        int elsewhere = 0;
        if (!destination.isEmpty()) {
            for (Map.Entry<String, Integer> each : targeted.entrySet()) {
                elsewhere += each.getKey().equals(destination) ? 0 : each.getValue();
            }
        }
        return elsewhere;
    }

    /** Adds a copy of a file of a test or the run, or a zip of a directory. Reports unreadable parts to the note. */
    void addFile(RowAttempt source, Path file, @Nullable AttachmentType type, Consumer<String> note)
            throws IOException {
        addFile(source, file, type, null, "", note);
    }

    /** Adds a file, or a zip, for an item of a service. The source is the test, or the run, that attached it. */
    void addFileForItem(RowAttempt source, Path file, AttachmentTarget item, String comment, Consumer<String> note)
            throws IOException {
        addFile(source, file, null, item, comment, note);
    }

    private void addFile(
            RowAttempt source,
            Path file,
            @Nullable AttachmentType type,
            @Nullable AttachmentTarget target,
            String comment,
            Consumer<String> note)
            throws IOException {
        try (AttachedFile attached = AttachedFile.open(file)) {
            write(source, attached.name(), type, attached.content(), target, comment);
            if (!attached.leftOut().isEmpty()) {
                note.accept("Attachment " + file + " is without " + attached.leftOut());
            }
        } catch (FixedLengthFile.UnreadableException e) {
            note.accept("Attachment " + file + " could not be read: " + e.getMessage());
        }
    }

    /** Adds a copy of a regular file under a name. */
    void addCopy(RowAttempt source, String fileName, Path file) throws IOException {
        try (AttachedFile attached = AttachedFile.open(file)) {
            write(source, fileName, null, attached.content(), null, "");
        }
    }

    /** Adds what a test or the run printed, a file for each stream that is not empty. */
    void addConsole(RowAttempt source, ConsoleOutput output) throws IOException {
        for (Channel channel : Channel.values()) {
            ConsoleLog log = output.log(channel);
            if (!log.isEmpty()) {
                write(source, channel.fileName(), AttachmentType.CONSOLE_LOG, log.open(), null, "");
            }
        }
    }

    /** Adds bytes to a test or the run. A null type is derived from the file name. */
    void addBytes(RowAttempt source, String fileName, @Nullable AttachmentType type, byte[] content)
            throws IOException {
        write(source, fileName, type, new ByteArrayInputStream(content), null, "");
    }

    private void write(
            RowAttempt source,
            String fileName,
            @Nullable AttachmentType type,
            InputStream content,
            @Nullable AttachmentTarget target,
            String comment)
            throws IOException {
        all.incrementAndGet();
        try {
            StoredBlob stored = journal.store(content);
            journal.append(new Event.AttachmentAdded(new Attachment(
                    lastId.incrementAndGet(),
                    source.row(),
                    source.attempt(),
                    masking.mask(fileName),
                    type == null ? types.ofFile(fileName) : type,
                    stored.sha256(),
                    stored.size(),
                    target,
                    comment)));
            if (target != null) {
                targeted.merge(target.destination(), 1, Integer::sum);
            }
        } catch (Throwable e) {
            if (e.getCause() instanceof FixedLengthFile.UnreadableException unreadable) {
                all.decrementAndGet();
                throw unreadable;
            }
            lost.incrementAndGet();
            throw e;
        }
    }
}
