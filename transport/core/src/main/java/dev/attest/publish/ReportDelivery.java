package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.event.Ack;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Result;
import dev.attest.publish.WaitingReports.Report;
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
    private final Gate gate;
    private final RunState state;
    private final RecordedResults recorded;
    private final RecordedFiles files;
    private final Receipts receipts;
    private final Set<Report> uncertain = new HashSet<>();

    ReportDelivery(
            Journal journal,
            Destination destination,
            Gate gate,
            RunState state,
            RecordedResults recorded,
            RecordedFiles files,
            Receipts receipts) {
        this.journal = journal;
        this.destination = destination;
        this.gate = gate;
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
        boolean mayExist = journal.adopted() || uncertain.contains(report);
        uploads.startAlone(
                () -> destination.report(runId, row, mayExist),
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

    private List<Evidence> evidence(int row) throws IOException {
        List<Evidence> evidence = new ArrayList<>();
        for (Attachment attachment : files.of(row)) {
            try {
                evidence.add(new Evidence(attachment, journal.blob(attachment.sha256())));
            } catch (IOException e) {
                // It was refused as an attachment for the same reason, and is named there.
                LOG.log(System.Logger.Level.DEBUG, () -> "not in the report: " + attachment.fileName(), e);
            }
        }
        return evidence;
    }

    private void landed(Report report, String title, Delivery delivery) throws IOException {
        gate.saw(delivery);
        if (delivery instanceof Delivered) {
            receipts.record(new Ack.RowReported(report.row(), report.attempt()));
        } else if (delivery instanceof Rejected rejected) {
            refuse(report, title, rejected.reason());
        } else if (delivery instanceof Deferred deferred && deferred.mayHaveTakenEffect()) {
            uncertain.add(report);
        }
    }

    private void refuse(Report report, String title, String reason) throws IOException {
        receipts.record(new Ack.ReportRefused(
                report.row(), report.attempt(), "Report of " + title + " was refused. " + reason));
    }
}
