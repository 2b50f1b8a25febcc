package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Uploads the attachments of one run. An attachment of a result waits for its row. A file for another target needs no
 * run.
 */
final class AttachmentDelivery {

    private final DeliveryContext context;
    private final PendingAttachments attachments;
    private final UploadTargets targets;

    /** Numbers of the attachments whose last request has an unknown outcome. */
    private final Set<Integer> uncertain = new HashSet<>();

    AttachmentDelivery(DeliveryContext context) {
        this.context = context;
        this.attachments = context.state().attachments();
        this.targets = new UploadTargets(context.state());
    }

    /** Starts uploads to other targets while there is room. */
    void startTargetFiles() throws IOException {
        for (Attachment attachment : take(targets::isReadyForTarget)) {
            AttachmentTarget target = Objects.requireNonNull(attachment.place());
            String origin = origin(attachment);
            start(
                    attachment,
                    (content, possiblyApplied) ->
                            context.destination().file(target, attachment, content, origin, possiblyApplied));
        }
    }

    /** Starts uploads to the run and its rows while there is room. */
    void start(String runId) throws IOException {
        for (Attachment attachment : take(targets::isReady)) {
            UploadTargets.Target target = targets.of(attachment);
            if (target == null) {
                refuse(attachment, "its result was refused");
                attachments.returned(attachment);
            } else {
                start(
                        attachment,
                        (content, possiblyApplied) -> context.destination()
                                .attach(
                                        runId,
                                        target.resultId(),
                                        target.attemptId(),
                                        attachment,
                                        content,
                                        possiblyApplied));
            }
        }
    }

    private List<Attachment> take(Predicate<Attachment> ready) {
        return attachments.take(context.uploads().room(), ready);
    }

    private void start(Attachment attachment, Upload upload) {
        // A full disk may have rejected the acknowledgement of an orphan's attachment or of its row.
        boolean possiblyApplied = context.journal().adopted() || uncertain.contains(attachment.number());
        context.uploads()
                .start(
                        () -> upload.send(context.journal().blob(attachment.sha256()), possiblyApplied),
                        result -> record(attachment, result));
    }

    private void record(Attachment attachment, DeliveryResult result) throws IOException {
        context.handle(
                result,
                accepted -> context.record(new Ack.AttachmentDelivered(attachment.number(), accepted.leftOut())),
                rejected -> refuse(attachment, rejected.reason()),
                () -> uncertain.add(attachment.number()));
        attachments.returned(attachment);
    }

    private void refuse(Attachment attachment, String reason) throws IOException {
        context.record(new Ack.AttachmentRefused(
                attachment.number(), "Attachment " + attachment.fileName() + " was refused: " + reason));
    }

    /** Describes the run and the test of a file in one sentence, the same in each JVM that delivers it. */
    private String origin(Attachment attachment) throws IOException {
        Run run = context.state().run();
        String where = run == null ? "a run" : "the run \"" + run.title() + "\" of " + run.started();
        TestDescription test = test(attachment);
        String who = test == null ? "" : " by the test \"" + test.title() + "\", attempt " + attachment.attempt() + ",";
        return "Attached" + who + " in " + where + ".";
    }

    private @Nullable TestDescription test(Attachment attachment) throws IOException {
        TestDescription running = context.state().running().get(attachment.row());
        return running == null
                ? context.index()
                        .result(attachment.row(), attachment.attempt())
                        .map(Result::test)
                        .orElse(null)
                : running;
    }

    /** Sends the bytes of one attachment. */
    private interface Upload {
        DeliveryResult send(Content content, boolean possiblyApplied);
    }
}
