package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.event.Ack;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.model.Place;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends the attachments of one run: those of results once these are there, and those that are put elsewhere at any time. Not
 * thread-safe: the publisher's thread owns it.
 */
final class AttachmentDelivery {

    private final Journal journal;
    private final Destination destination;
    private final Gate gate;
    private final WaitingAttachments attachments;
    private final AttachmentTargets targets;
    private final Origins origins;
    private final Receipts receipts;
    private final Set<Integer> uncertain = new HashSet<>();

    AttachmentDelivery(
            Journal journal, Destination destination, Gate gate, RunState state, Origins origins, Receipts receipts) {
        this.journal = journal;
        this.destination = destination;
        this.gate = gate;
        this.attachments = state.attachments();
        this.targets = new AttachmentTargets(state);
        this.origins = origins;
        this.receipts = receipts;
    }

    /** Starts as many uploads to other places as there is room for. They need no run. */
    void startElsewhere(Uploads uploads) throws IOException {
        for (Attachment attachment : attachments.take(uploads.room(), targets::isReadyForItsPlace)) {
            Place place = Objects.requireNonNull(attachment.place());
            String origin = origins.of(attachment);
            boolean mayExist = mayExist(attachment);
            start(attachment, content -> destination.file(place, attachment, content, origin, mayExist), uploads);
        }
    }

    /** Starts as many uploads as there is room for; each comes back when the uploads are settled. */
    void start(String runId, Uploads uploads) throws IOException {
        for (Attachment attachment : attachments.take(uploads.room(), targets::isReady)) {
            AttachmentTarget target = targets.of(attachment);
            if (target == null) {
                refuse(attachment, "its result was refused");
                attachments.returned(attachment);
            } else {
                boolean mayExist = mayExist(attachment);
                start(
                        attachment,
                        content -> destination.attach(
                                runId, target.resultId(), target.attemptId(), attachment, content, mayExist),
                        uploads);
            }
        }
    }

    private void start(Attachment attachment, Function<Content, Delivery> request, Uploads uploads) {
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
    private boolean mayExist(Attachment attachment) {
        return journal.adopted() || uncertain.contains(attachment.number());
    }

    private void landed(Attachment attachment, Delivery delivery) throws IOException {
        gate.saw(delivery);
        if (delivery instanceof Delivered delivered) {
            receipts.record(new Ack.AttachmentDelivered(attachment.number(), !delivered.placed()));
        } else if (delivery instanceof Rejected rejected) {
            refuse(attachment, rejected.reason());
        } else if (delivery instanceof Deferred deferred && deferred.mayHaveTakenEffect()) {
            uncertain.add(attachment.number());
        }
        attachments.returned(attachment);
    }

    private void refuse(Attachment attachment, String reason) throws IOException {
        receipts.record(new Ack.AttachmentRefused(
                attachment.number(), "Attachment " + attachment.fileName() + " was refused: " + reason));
    }
}
