package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Uploads the attachments of one run. An attachment of a result waits for its row. A file for another target needs no
 * run.
 */
final class AttachmentDelivery {

    private final DeliveryContext context;
    private final PendingAttachments attachments;
    private final UploadTargets targets;
    private final Origins origins;

    /** Numbers of the attachments whose last request has an unknown outcome. */
    private final Set<Integer> uncertain = new HashSet<>();

    AttachmentDelivery(DeliveryContext context) {
        this.context = context;
        this.attachments = context.state().attachments();
        this.targets = new UploadTargets(context.state());
        this.origins = new Origins(context.state(), context.resultIndex());
    }

    /** Starts uploads to other targets while there is room. */
    void startTargetFiles(Uploads uploads) throws IOException {
        for (Attachment attachment : attachments.take(uploads.room(), targets::isReadyForTarget)) {
            AttachmentTarget target = Objects.requireNonNull(attachment.place());
            String origin = origins.of(attachment);
            boolean possiblyApplied = possiblyApplied(attachment);
            start(
                    attachment,
                    content -> context.destination().file(target, attachment, content, origin, possiblyApplied),
                    uploads);
        }
    }

    /** Starts uploads to the run and its rows while there is room. */
    void start(String runId, Uploads uploads) throws IOException {
        for (Attachment attachment : attachments.take(uploads.room(), targets::isReady)) {
            UploadTarget target = targets.of(attachment);
            if (target == null) {
                refuse(attachment, "its result was refused");
                attachments.returned(attachment);
            } else {
                boolean possiblyApplied = possiblyApplied(attachment);
                start(
                        attachment,
                        content -> context.destination()
                                .attach(
                                        runId,
                                        target.resultId(),
                                        target.attemptId(),
                                        attachment,
                                        content,
                                        possiblyApplied),
                        uploads);
            }
        }
    }

    private void start(Attachment attachment, Function<Content, DeliveryResult> request, Uploads uploads) {
        uploads.start(
                () -> {
                    try {
                        return request.apply(context.journal().blob(attachment.sha256()));
                    } catch (IOException e) {
                        return new Rejected("its bytes could not be read from the journal: " + e.getMessage(), false);
                    }
                },
                outcome -> record(attachment, outcome));
    }

    /** A full disk may have rejected the acknowledgement of an orphan's attachment or of its row. */
    private boolean possiblyApplied(Attachment attachment) {
        return context.journal().adopted() || uncertain.contains(attachment.number());
    }

    private void record(Attachment attachment, DeliveryResult outcome) throws IOException {
        context.breaker().record(outcome);
        if (outcome instanceof Accepted accepted) {
            context.acks().record(new Ack.AttachmentDelivered(attachment.number(), accepted.leftOut()));
        } else if (outcome instanceof Rejected rejected) {
            refuse(attachment, rejected.reason());
        } else if (outcome instanceof Retry retry && retry.possiblyApplied()) {
            uncertain.add(attachment.number());
        }
        attachments.returned(attachment);
    }

    private void refuse(Attachment attachment, String reason) throws IOException {
        context.acks()
                .record(new Ack.AttachmentRefused(
                        attachment.number(), "Attachment " + attachment.fileName() + " was refused: " + reason));
    }
}
