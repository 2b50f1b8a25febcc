package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.masking.Masking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Attaches files to running tests, to the run, and to items of services. Thread-safe. */
final class TestAttachments {

    /** The name of each destination, and the settings that it needs, for the warning. */
    private static final Map<String, String> NOT_CONFIGURED = Map.of(
            Target.AZURE,
            "Azure DevOps are not published: set attest.azure.url, attest.azure.project and attest.azure.token.",
            Target.QACOMPLETE,
            "QAComplete are not published: set attest.qacomplete.url and what else begins with attest.qacomplete.");

    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final AttachmentWriter attachments;
    private final Set<String> destinations;
    private final Masking masking;
    private final Guard guard;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    TestAttachments(
            Map<String, RunningTest> running,
            RunJournal run,
            AttachmentWriter attachments,
            Set<String> destinations,
            Masking masking,
            Guard guard) {
        this.running = running;
        this.run = run;
        this.attachments = attachments;
        this.destinations = destinations;
        this.masking = masking;
        this.guard = guard;
    }

    void attach(String key, String fileName, String content, @Nullable AttachmentType type) {
        guard.run("attachment " + fileName, () -> {
            attach(key, fileName, masking.mask(content).getBytes(StandardCharsets.UTF_8), type);
        });
    }

    void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            write(fileName, () -> attachments.addBytes(test.forAttachment(), fileName, type, content));
        }
    }

    void attach(String key, Path file, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            write(file, () -> attachments.addFile(test.forAttachment(), file, type, note(test)));
        }
    }

    void attachToRun(Path file, @Nullable AttachmentType type) {
        write(file, () -> attachments.addFile(RowAttempt.RUN, file, type, note(null)));
    }

    /**
     * Stores the file even if its destination is not configured: a journal without destinations is delivered to those
     * that are configured later. A journal that all its destinations have acknowledged is deleted together with the
     * file, after a warning.
     */
    void attachTo(Target target, @Nullable String key, Path file, String comment) {
        guard.run("attachment " + file, () -> {
            if (target.id() < 1) {
                note(null)
                        .accept("Attachment " + file + " was not attached: no " + target.kind() + " has the id "
                                + target.id() + ".");
                return;
            }
            warnIfNotConfigured(target.destination());
            run.begin();
            RunningTest test = key == null ? null : running.get(key);
            RowAttempt source = test == null ? RowAttempt.RUN : test.forAttachment();
            AttachmentTarget item =
                    new AttachmentTarget(target.destination(), target.kind(), String.valueOf(target.id()));
            attachments.addFileForItem(source, file, item, masking.mask(comment), note(test));
        });
    }

    /** Returns a consumer of messages about unreadable files: the comment of the test, or the end of the run. */
    Consumer<String> note(@Nullable RunningTest test) {
        return test == null
                ? message -> guard.note(masking.mask(message))
                : message -> test.comment(masking.mask(message));
    }

    private void write(Object file, Guard.Action action) {
        guard.run("attachment " + file, () -> {
            run.begin();
            action.run();
        });
    }

    private void warnIfNotConfigured(String destination) {
        if (!destinations.contains(destination) && warned.add(destination)) {
            guard.note("Files that tests attach to items of " + NOT_CONFIGURED.get(destination));
        }
    }
}
