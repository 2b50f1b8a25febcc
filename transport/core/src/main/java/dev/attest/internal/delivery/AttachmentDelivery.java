package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
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
 * Sends the attachments of one run: those of results once these are there, and those that are put elsewhere at any
 * time. Not thread-safe: the publisher's thread owns it.
 */
final class AttachmentDelivery {

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;
    private final PendingAttachments attachments;
    private final UploadTargets targets;
    private final Origins origins;
    private final AckRecorder receipts;
    private final Set<Integer> uncertain = new HashSet<>();

    AttachmentDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliveryState state,
            Origins origins,
            AckRecorder receipts) {
        this.journal = journal;
        this.destination = destination;
        this.breaker = breaker;
        this.attachments = state.attachments();
        this.targets = new UploadTargets(state);
        this.origins = origins;
        this.receipts = receipts;
    }

    /** Starts as many uploads to other places as there is room for. They need no run. */
    void startElsewhere(Uploads uploads) throws IOException {
        for (Attachment attachment : attachments.take(uploads.room(), targets::isReadyForItsPlace)) {
            AttachmentTarget place = Objects.requireNonNull(attachment.place());
            String origin = origins.of(attachment);
            boolean possiblyApplied = possiblyApplied(attachment);
            start(
                    attachment,
                    content -> destination.file(place, attachment, content, origin, possiblyApplied),
                    uploads);
        }
    }

    /** Starts as many uploads as there is room for; each comes back when the uploads are settled. */
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
                        content -> destination.attach(
                                runId, target.resultId(), target.attemptId(), attachment, content, possiblyApplied),
                        uploads);
            }
        }
    }

    private void start(Attachment attachment, Function<Content, DeliveryResult> request, Uploads uploads) {
        uploads.start(
                () -> {
                    try {
                        return request.apply(journal.blob(attachment.sha256()));
                    } catch (IOException e) {
                        return new Rejected("its bytes could not be read from the journal: " + e.getMessage(), false);
                    }
                },
                delivery -> landed(attachment, delivery));
    }

    /** A full disk may have taken neither the receipt of the attachment nor that of its row. */
    private boolean possiblyApplied(Attachment attachment) {
        return journal.adopted() || uncertain.contains(attachment.number());
    }

    private void landed(Attachment attachment, DeliveryResult delivery) throws IOException {
        breaker.record(delivery);
        if (delivery instanceof Accepted delivered) {
            receipts.record(new Ack.AttachmentDelivered(attachment.number(), !delivered.placed()));
        } else if (delivery instanceof Rejected rejected) {
            refuse(attachment, rejected.reason());
        } else if (delivery instanceof Retry deferred && deferred.possiblyApplied()) {
            uncertain.add(attachment.number());
        }
        attachments.returned(attachment);
    }

    private void refuse(Attachment attachment, String reason) throws IOException {
        receipts.record(new Ack.AttachmentRefused(
                attachment.number(), "Attachment " + attachment.fileName() + " was refused: " + reason));
    }
}
