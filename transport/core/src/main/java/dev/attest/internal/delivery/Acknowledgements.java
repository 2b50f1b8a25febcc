package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the acknowledgements of one destination for one journal: marks items as done and counts them. */
final class Acknowledgements implements Ack.Visitor {

    private final PendingResults results;
    private final PendingAttachments attachments;
    private final PendingReports reports;
    private final List<String> refusals = new ArrayList<>();
    private Tally resultTally = Tally.none();
    private Tally attachmentTally = Tally.none();
    private Ack.@Nullable RunCreated created;
    private boolean completed;

    Acknowledgements(PendingResults results, PendingAttachments attachments, PendingReports reports) {
        this.results = results;
        this.attachments = attachments;
        this.reports = reports;
    }

    /** Returns the run at the service, or null. */
    Ack.@Nullable RunCreated created() {
        return created;
    }

    /** Returns whether this journal has left the run. The last one to leave completes the run. */
    boolean isCompleted() {
        return completed;
    }

    /** Records that the service refused to complete the run. */
    void completionRefused(String reason) {
        refusals.add(reason);
    }

    Progress progress(boolean done) {
        return new Progress(resultTally, attachmentTally, created == null ? "" : created.url(), done, refusals);
    }

    @Override
    public void runCreated(Ack.RunCreated ack) {
        created = ack;
    }

    @Override
    public void rowsCreated(Ack.RowsCreated created) {
        for (Ack.Row row : created.rows()) {
            results.created(row);
            resultTally = resultTally.plusAccepted(row.placed());
        }
    }

    @Override
    public void attemptsAppended(Ack.AttemptsAppended appended) {
        for (Ack.Attempt attempt : appended.attempts()) {
            // The second attempt of a row comes with the first one again.
            if (results.appended(attempt)) {
                Ack.Row row = results.row(attempt.row());
                resultTally = resultTally.plusAccepted(row == null || row.placed());
            }
        }
    }

    @Override
    public void attachmentDelivered(Ack.AttachmentDelivered delivered) {
        attachments.markDone(delivered.number());
        attachmentTally = attachmentTally.plusAccepted(!delivered.leftOut());
    }

    @Override
    public void resultRefused(Ack.ResultRefused refused) {
        results.refuse(refused.row(), refused.attempt());
        reports.markDone(refused.row(), refused.attempt());
        resultTally = resultTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Ack.AttachmentRefused refused) {
        attachments.markDone(refused.number());
        attachmentTally = attachmentTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void rowReported(Ack.RowReported reported) {
        reports.markDone(reported.row(), reported.attempt());
    }

    @Override
    public void reportRefused(Ack.ReportRefused refused) {
        reports.markDone(refused.row(), refused.attempt());
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        completed = true;
    }
}
