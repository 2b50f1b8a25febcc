package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports rows, one after the other. Reads their attempts and attachments from the journal again. */
final class ReportDelivery {

    private static final System.Logger LOG = System.getLogger(ReportDelivery.class.getName());

    private final DeliveryContext context;
    private final DeliveryState state;
    private final AttachmentIndex attachmentIndex;

    /** Reports whose last request has an unknown outcome. */
    private final Set<AttemptKey> uncertain = new HashSet<>();

    ReportDelivery(DeliveryContext context, AttachmentIndex attachmentIndex) {
        this.context = context;
        this.state = context.state();
        this.attachmentIndex = attachmentIndex;
    }

    /** Starts the next report, unless one is in progress. */
    void start(String runId, Uploads uploads) throws IOException {
        if (state.reports().isEmpty() || !uploads.canStartExclusive()) {
            return;
        }
        Set<Integer> incomplete = state.incompleteRows();
        Optional<AttemptKey> next =
                state.reports().next(state.allAttemptsDone(), report -> !incomplete.contains(report.row()));
        if (next.isPresent()) {
            start(runId, next.get(), uploads);
        }
    }

    private void start(String runId, AttemptKey report, Uploads uploads) throws IOException {
        Ack.Row created = state.results().row(report.row());
        List<Result> attempts = attempts(report);
        if (created == null || attempts.isEmpty()) {
            refuse(report, "Row " + report.row(), "There is no result of it to be told of.");
            return;
        }
        ReportedRow row = new ReportedRow(created.resultId(), attempts, contents(report.row()));
        boolean possiblyApplied = context.journal().adopted() || uncertain.contains(report);
        uploads.startExclusive(
                () -> context.destination().report(runId, row, possiblyApplied),
                outcome -> record(report, row.last().test().title(), outcome));
    }

    private List<Result> attempts(AttemptKey report) throws IOException {
        List<Result> attempts = new ArrayList<>();
        for (int attempt = 1; attempt <= report.attempt(); attempt++) {
            if (!state.results().isRefused(report.row(), attempt)) {
                context.resultIndex().find(report.row(), attempt).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private List<AttachedContent> contents(int row) throws IOException {
        List<AttachedContent> contents = new ArrayList<>();
        for (Attachment attachment : attachmentIndex.of(row)) {
            try {
                contents.add(new AttachedContent(attachment, context.journal().blob(attachment.sha256())));
            } catch (IOException e) {
                // The attachment itself is refused for the same reason. That refusal names it.
                LOG.log(System.Logger.Level.DEBUG, () -> "not in the report: " + attachment.fileName(), e);
            }
        }
        return contents;
    }

    private void record(AttemptKey report, String title, DeliveryResult outcome) throws IOException {
        context.breaker().record(outcome);
        if (outcome instanceof Accepted) {
            context.acks().record(new Ack.RowReported(report.row(), report.attempt()));
        } else if (outcome instanceof Rejected rejected) {
            refuse(report, title, rejected.reason());
        } else if (outcome instanceof Retry retry && retry.possiblyApplied()) {
            uncertain.add(report);
        }
    }

    private void refuse(AttemptKey report, String title, String reason) throws IOException {
        context.acks()
                .record(new Ack.ReportRefused(
                        report.row(), report.attempt(), "Report of " + title + " was refused. " + reason));
    }
}
