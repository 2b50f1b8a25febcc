package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import org.jspecify.annotations.Nullable;

/** Decides where the attachments of a journal go, and when that is known. Not thread-safe. */
final class UploadTargets {

    private final DeliveryState state;
    private final PendingResults results;

    UploadTargets(DeliveryState state) {
        this.state = state;
        this.results = state.results();
    }

    /** Returns whether an attachment is put elsewhere, and it is known which test put it there. */
    boolean isReadyForItsPlace(Attachment attachment) {
        return attachment.place() != null
                && (state.isOver()
                        || attachment.ofRun()
                        || state.running(attachment.row()) != null
                        || results.isKnown(attachment.row(), attachment.attempt()));
    }

    /** Returns whether it is known what becomes of an attachment that belongs to its run or result. */
    boolean isReady(Attachment attachment) {
        return attachment.place() == null && (of(attachment) != null || isWithoutRow(attachment));
    }

    /**
     * Returns where an attachment goes; null while, or when, it can go nowhere. What the only attempt at a test made
     * belongs to its row and is there at once; where more than one attempt is known of, each waits for a place of its
     * own.
     */
    @Nullable
    UploadTarget of(Attachment attachment) {
        if (attachment.ofRun()) {
            return state.isOverAndDone() ? UploadTarget.RUN : null;
        }
        Ack.Row row = results.row(attachment.row());
        if (row == null) {
            return null;
        }
        String attempt = results.attempt(attachment.row(), attachment.attempt());
        if (attempt != null) {
            return new UploadTarget(row.resultId(), attempt.isEmpty() ? null : attempt);
        }
        boolean onlyAttempt = attachment.attempt() == row.attempt() && !state.isRetried(row.row());
        return onlyAttempt || isSettled(row.row()) || results.isRefused(attachment.row(), attachment.attempt())
                ? new UploadTarget(row.resultId(), null)
                : null;
    }

    private boolean isWithoutRow(Attachment attachment) {
        return results.row(attachment.row()) == null && results.isRefused(attachment.row(), attachment.attempt());
    }

    /** Returns whether no further attempt at this row can follow. */
    private boolean isSettled(int row) {
        return state.isOver() && state.running(row) == null && results.of(row).isEmpty();
    }
}
