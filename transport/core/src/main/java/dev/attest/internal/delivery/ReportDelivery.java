package dev.attest.internal.delivery;

import dev.attest.internal.delivery.PendingReports.Report;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a destination of rows as a whole, one after the other: what is told of is read again from the journal. Not
 * thread-safe: the publisher's thread owns it.
 */
final class ReportDelivery {

    private static final System.Logger LOG = System.getLogger(ReportDelivery.class.getName());

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;
    private final DeliveryState state;
    private final ResultIndex recorded;
    private final AttachmentIndex files;
    private final AckRecorder receipts;
    private final Set<Report> uncertain = new HashSet<>();

    ReportDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliveryState state,
            ResultIndex recorded,
            AttachmentIndex files,
            AckRecorder receipts) {
        this.journal = journal;
        this.destination = destination;
        this.breaker = breaker;
        this.state = state;
        this.recorded = recorded;
        this.files = files;
        this.receipts = receipts;
    }

    /** Starts the next report, if there is one and none is under way; it comes back when the uploads are settled. */
    void start(String runId, Uploads uploads) throws IOException {
        if (state.reports().isEmpty() || !uploads.isFreeForOneAlone()) {
            return;
        }
        Set<Integer> incomplete = state.incompleteRows();
        Optional<Report> next =
                state.reports().next(state.isOverAndDone(), report -> !incomplete.contains(report.row()));
        if (next.isPresent()) {
            start(runId, next.get(), uploads);
        }
    }

    private void start(String runId, Report report, Uploads uploads) throws IOException {
        Ack.Row made = state.results().row(report.row());
        List<Result> attempts = attempts(report);
        if (made == null || attempts.isEmpty()) {
            refuse(report, "Row " + report.row(), "There is no result of it to be told of.");
            return;
        }
        ReportedRow row = new ReportedRow(made.resultId(), attempts, evidence(report.row()));
        boolean possiblyApplied = journal.adopted() || uncertain.contains(report);
        uploads.startAlone(
                () -> destination.report(runId, row, possiblyApplied),
                delivery -> landed(report, row.last().test().title(), delivery));
    }

    private List<Result> attempts(Report report) throws IOException {
        List<Result> attempts = new ArrayList<>();
        for (int attempt = 1; attempt <= report.attempt(); attempt++) {
            if (!state.results().isRefused(report.row(), attempt)) {
                recorded.find(report.row(), attempt).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private List<AttachedContent> evidence(int row) throws IOException {
        List<AttachedContent> evidence = new ArrayList<>();
        for (Attachment attachment : files.of(row)) {
            try {
                evidence.add(new AttachedContent(attachment, journal.blob(attachment.sha256())));
            } catch (IOException e) {
                // It was refused as an attachment for the same reason, and is named there.
                LOG.log(System.Logger.Level.DEBUG, () -> "not in the report: " + attachment.fileName(), e);
            }
        }
        return evidence;
    }

    private void landed(Report report, String title, DeliveryResult delivery) throws IOException {
        breaker.record(delivery);
        if (delivery instanceof Accepted) {
            receipts.record(new Ack.RowReported(report.row(), report.attempt()));
        } else if (delivery instanceof Rejected rejected) {
            refuse(report, title, rejected.reason());
        } else if (delivery instanceof Retry deferred && deferred.possiblyApplied()) {
            uncertain.add(report);
        }
    }

    private void refuse(Report report, String title, String reason) throws IOException {
        receipts.record(new Ack.ReportRefused(
                report.row(), report.attempt(), "Report of " + title + " was refused. " + reason));
    }
}
