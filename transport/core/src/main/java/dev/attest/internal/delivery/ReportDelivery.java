package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports rows, one after the other. Reads their attempts and attachments from the journal again. */
final class ReportDelivery {

    private static final GuardedLogger LOG = GuardedLogger.of(ReportDelivery.class);

    private final DeliveryContext context;
    private final DeliveryState state;

    private final FailedItems<AttemptKey> failed;

    ReportDelivery(DeliveryContext context) {
        this.context = context;
        this.state = context.state();
        this.failed = context.failedItems(Acceptances.Kind.REPORT);
    }

    /** Starts the next report, unless one is in progress. */
    void start(String runId) throws IOException {
        if (state.reports().isEmpty() || !context.uploads().canStartExclusive()) {
            return;
        }
        Set<Integer> incomplete = state.incompleteRows();
        Optional<AttemptKey> next = state.reports()
                .next(state.allAttemptsDone(), report -> failed.isDue(report) && !incomplete.contains(report.row()));
        if (next.isPresent()) {
            start(runId, next.get());
        }
    }

    /** Returns whether the service has failed at some of those that wait. */
    boolean hasFailures() {
        return !failed.isEmpty();
    }

    private void start(String runId, AttemptKey report) throws IOException {
        Ack.Row created = state.results().row(report.row());
        List<Result> attempts = attempts(report);
        if (created == null || attempts.isEmpty()) {
            refuse(report, "Row " + report.row(), "There is no result of it to be told of.");
            return;
        }
        ReportedRow row = new ReportedRow(created.resultId(), attempts, contents(report.row()));
        context.uploads().startExclusive(new Report(report, runId, row));
    }

    private void record(AttemptKey report, String title, DeliveryResult result) throws IOException {
        context.breaker().recordItems(result, failed.isTheirFault(List.of(report)));
        if (result instanceof Accepted) {
            context.acks().record(new Ack.RowReported(report.row(), report.attempt()));
            failed.accepted(List.of(report));
        } else if (result instanceof Rejected rejected) {
            refuse(report, title, rejected.reason());
        } else if (result instanceof Retry retry) {
            failed(report, title, retry);
        }
    }

    private void failed(AttemptKey report, String title, Retry retry) throws IOException {
        state.reports().failed(report);
        if (Uploads.isOfThisJvm(retry)) {
            failed.notSent(report, retry);
            return;
        }
        failed.failed(List.of(report), retry);
        if (failed.isHopeless(report)) {
            refuse(report, title, FailedItems.givenUp(retry));
        }
    }

    private List<Result> attempts(AttemptKey report) throws IOException {
        List<Result> attempts = new ArrayList<>();
        for (int attempt = 1; attempt <= report.attempt(); attempt++) {
            if (!state.results().isRefused(report.row(), attempt)) {
                context.index().result(report.row(), attempt).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private List<AttachedContent> contents(int row) throws IOException {
        List<AttachedContent> contents = new ArrayList<>();
        for (Attachment attachment : context.index().attachments(row)) {
            try {
                contents.add(new AttachedContent(attachment, context.journal().blob(attachment.sha256())));
            } catch (IOException e) {
                // The attachment itself is refused for the same reason. That refusal names it.
                LOG.log(System.Logger.Level.DEBUG, () -> "not in the report: " + attachment.fileName(), e);
            }
        }
        return contents;
    }

    private void refuse(AttemptKey report, String title, String reason) throws IOException {
        context.acks()
                .record(new Ack.ReportRefused(
                        report.row(), report.attempt(), "Report of " + title + " was refused. " + reason));
        failed.forget(List.of(report));
    }

    private final class Report implements Uploads.Request {

        private final AttemptKey report;
        private final String runId;
        private final ReportedRow row;
        private final boolean possiblyApplied;

        Report(AttemptKey report, String runId, ReportedRow row) {
            this.report = report;
            this.runId = runId;
            this.row = row;
            this.possiblyApplied = context.journal().isPossiblyApplied() || failed.anyInDoubt(List.of(report));
        }

        @Override
        public DeliveryResult send() {
            return context.destination().report(runId, row, possiblyApplied);
        }

        @Override
        public void handle(DeliveryResult result) throws IOException {
            record(report, row.last().test().title(), result);
        }
    }
}
