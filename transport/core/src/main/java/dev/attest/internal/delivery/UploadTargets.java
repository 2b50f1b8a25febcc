package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import org.jspecify.annotations.Nullable;

/** Decides where attachments go, and when this is known. */
record UploadTargets(DeliveryState state) {

    /** Returns whether it is a file for another target and the test that attached it is known. */
    boolean isReadyForTarget(Attachment attachment) {
        return attachment.place() != null
                && (state.isEnded()
                        || attachment.ofRun()
                        || state.running().get(attachment.row()) != null
                        || state.results().isKnown(attachment.row(), attachment.attempt()));
    }

    /** Returns whether it is known what happens to an attachment of the run or of a result. */
    boolean isReady(Attachment attachment) {
        return attachment.place() == null && (of(attachment) != null || isWithoutRow(attachment));
    }

    /**
     * Returns where an attachment goes; null while this is not known, or if its result was refused. The attachment of
     * an only attempt goes to the row at once. If a row has more attempts, the attachment waits for the id of its
     * attempt.
     */
    @Nullable
    Target of(Attachment attachment) {
        if (attachment.ofRun()) {
            return state.allAttemptsDone() ? Target.RUN : null;
        }
        Ack.Row row = state.results().row(attachment.row());
        if (row == null) {
            return null;
        }
        String attempt = state.results().attemptId(attachment.row(), attachment.attempt());
        if (attempt != null) {
            return new Target(row.resultId(), attempt.isEmpty() ? null : attempt);
        }
        boolean onlyAttempt =
                attachment.attempt() == row.attempt() && !state.running().isRetried(row.row());
        return onlyAttempt || isFinal(row.row()) || state.results().isRefused(attachment.row(), attachment.attempt())
                ? new Target(row.resultId(), null)
                : null;
    }

    private boolean isWithoutRow(Attachment attachment) {
        return state.results().row(attachment.row()) == null
                && state.results().isRefused(attachment.row(), attachment.attempt());
    }

    /** Returns whether no further attempt at the row can follow. */
    private boolean isFinal(int row) {
        return state.isEnded()
                && state.running().get(row) == null
                && state.results().waitingAttempts(row).isEmpty();
    }

    /**
     * Where an attachment of the run or of a result goes.
     *
     * @param resultId the row; null for the run
     * @param attemptId the attempt within the row; null for the row itself
     */
    record Target(@Nullable String resultId, @Nullable String attemptId) {

        private static final Target RUN = new Target(null, null);
    }
}
