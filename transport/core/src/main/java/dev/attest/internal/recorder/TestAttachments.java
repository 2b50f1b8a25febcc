package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.masking.Masking;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that tests attach while they run, and those of the run. Thread-safe. */
final class TestAttachments {

    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final AttachmentWriter attachments;
    private final Masking masking;
    private final Guard guard;

    TestAttachments(
            Map<String, RunningTest> running,
            RunJournal run,
            AttachmentWriter attachments,
            Masking masking,
            Guard guard) {
        this.running = running;
        this.run = run;
        this.attachments = attachments;
        this.masking = masking;
        this.guard = guard;
    }

    void attach(String key, String fileName, String content, @Nullable AttachmentType type) {
        guard.run("attachment " + fileName, () -> {
            byte[] masked = masking.mask(content).getBytes(StandardCharsets.UTF_8);
            attach(key, fileName, masked, type);
        });
    }

    void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + fileName, () -> {
                run.begin();
                attachments.add(test.attaching(), fileName, type, new ByteArrayInputStream(content));
            });
        }
    }

    void attach(String key, Path file, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + file, () -> {
                run.begin();
                attachments.add(test.attaching(), file, type, note(test));
            });
        }
    }

    void attachToRun(Path file, @Nullable AttachmentType type) {
        guard.run("attachment " + file, () -> {
            run.begin();
            attachments.add(RowAttempt.RUN, file, type, guard::note);
        });
    }

    /** Returns what takes a sentence about a file that could not be attached. */
    Consumer<String> note(RunningTest test) {
        return sentence -> test.comment(masking.mask(sentence));
    }
}
