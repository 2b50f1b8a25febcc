package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one destination acknowledged and refused of a journal. Settles what waits, and counts. Not thread-safe: the
 * publisher's thread owns it.
 */
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

    /** Returns the run that the service made, or null. */
    Ack.@Nullable RunCreated created() {
        return created;
    }

    /** Returns whether the journal's part of the run is over at the service. */
    boolean isCompleted() {
        return completed;
    }

    /** Notes that the service would not show the run as over. */
    void completionRefused(String reason) {
        refusals.add(reason);
    }

    /** Returns what became of what was settled. */
    Progress progress(boolean over) {
        return new Progress(resultTally, attachmentTally, created == null ? "" : created.url(), over, refusals);
    }

    @Override
    public void runCreated(Ack.RunCreated receipt) {
        created = receipt;
    }

    @Override
    public void rowsCreated(Ack.RowsCreated created) {
        for (Ack.Row row : created.rows()) {
            results.created(row);
            resultTally = resultTally.plusTaken(row.placed());
        }
    }

    @Override
    public void attemptsAppended(Ack.AttemptsAppended appended) {
        for (Ack.Attempt attempt : appended.attempts()) {
            // The first attempt of a row comes a second time when another follows it.
            if (results.appended(attempt)) {
                Ack.Row row = results.row(attempt.row());
                resultTally = resultTally.plusTaken(row == null || row.placed());
            }
        }
    }

    @Override
    public void attachmentDelivered(Ack.AttachmentDelivered delivered) {
        attachments.settle(delivered.number());
        attachmentTally = attachmentTally.plusTaken(!delivered.leftOut());
    }

    @Override
    public void resultRefused(Ack.ResultRefused refused) {
        results.refuse(refused.row(), refused.attempt());
        reports.settle(refused.row(), refused.attempt());
        resultTally = resultTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Ack.AttachmentRefused refused) {
        attachments.settle(refused.number());
        attachmentTally = attachmentTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void rowReported(Ack.RowReported reported) {
        reports.settle(reported.row(), reported.attempt());
    }

    @Override
    public void reportRefused(Ack.ReportRefused refused) {
        reports.settle(refused.row(), refused.attempt());
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        completed = true;
    }
}
