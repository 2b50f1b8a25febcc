package dev.attest.internal.recorder;

import dev.attest.Target;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.masking.Masking;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files that tests put on things of services, and what a person has to do where no service takes them. Thread-safe.
 */
final class TargetAttachments {

    /** What a destination is called, and what has to be set before there is one. */
    private static final Map<String, String> MISSING = Map.of(
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
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    TargetAttachments(
            Map<String, RunningTest> running,
            RunJournal run,
            AttachmentWriter attachments,
            Set<String> destinations,
            Masking masking,
            Guard guard) {
        this.running = running;
        this.run = run;
        this.attachments = attachments;
        this.destinations = Set.copyOf(destinations);
        this.masking = masking;
        this.guard = guard;
    }

    /**
     * Keeps the file also where its destination is not set: a journal that is for nobody in particular goes to whoever
     * is set later. One that others have in full is removed with it, after a warning.
     */
    void attach(Target target, @Nullable String key, Path file, String comment) {
        guard.run("attachment " + file, () -> {
            if (target.id() < 1) {
                guard.note("Attachment " + file + " was put on nothing: no " + target.kind() + " has the id "
                        + target.id() + ".");
                return;
            }
            tellOfMissing(target.destination());
            run.begin();
            RunningTest test = key == null ? null : running.get(key);
            RowAttempt from = test == null ? RowAttempt.RUN : test.attaching();
            AttachmentTarget place =
                    new AttachmentTarget(target.destination(), target.kind(), String.valueOf(target.id()));
            attachments.add(from, file, place, masking.mask(comment), note(test));
        });
    }

    private void tellOfMissing(String destination) {
        if (!destinations.contains(destination) && told.add(destination)) {
            guard.note("Files that tests put on things of " + MISSING.get(destination));
        }
    }

    private Consumer<String> note(@Nullable RunningTest test) {
        return test == null ? guard::note : sentence -> test.comment(masking.mask(sentence));
    }
}
