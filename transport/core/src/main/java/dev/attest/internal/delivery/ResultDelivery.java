package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of one run. Not thread-safe: the publisher's thread owns it. */
final class ResultDelivery {

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;
    private final DeliverySettings settings;
    private final PendingResults results;
    private final AckRecorder receipts;
    private boolean uncertain;
    private int batch;

    ResultDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliverySettings settings,
            PendingResults results,
            AckRecorder receipts) {
        this.journal = journal;
        this.destination = destination;
        this.breaker = breaker;
        this.settings = settings;
        this.results = results;
        this.receipts = receipts;
        this.uncertain = journal.adopted();
        this.batch = settings.batch();
    }

    /**
     * Sends what there is when that is enough for a request.
     *
     * @param due whether any number is enough
     * @param readAll whether the journal holds nothing more
     * @return whether a request was settled
     */
    boolean step(String runId, boolean due, boolean readAll) throws IOException {
        List<Result> next = results.firsts(batch);
        if (next.isEmpty() || !(due || next.size() >= batch) || mayHoldLessThanWasSent(next, readAll)) {
            return false;
        }
        DeliveryResult delivery = destination.deliver(runId, next, uncertain);
        breaker.record(delivery);
        if (delivery instanceof Accepted delivered) {
            record(next, delivered.ids());
        } else if (delivery instanceof Retry deferred) {
            uncertain |= deferred.possiblyApplied();
        } else if (delivery instanceof Rejected rejected) {
            isolate(next, rejected);
        }
        return delivery.done();
    }

    /**
     * Returns whether an earlier owner may have sent more than this in one request, whose reply it did not live to see:
     * what is looked for must be at least that, and not just what happens to be read by now.
     */
    private boolean mayHoldLessThanWasSent(List<Result> next, boolean readAll) {
        return journal.adopted() && !readAll && next.size() < settings.batch();
    }

    private void record(List<Result> sent, List<String> ids) throws IOException {
        List<Ack.Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Ack.Row(sent.get(i).row(), sent.get(i).attempt(), ids.get(i)));
        }
        receipts.record(new Ack.RowsCreated(rows));
        uncertain = false;
        batch = Math.min(settings.batch(), batch * 2);
    }

    /** Halves what travels together until the row that the service refuses is alone, and sets that one aside. */
    private void isolate(List<Result> refused, Rejected rejected) throws IOException {
        if (refused.size() > 1 && !rejected.wholeRun()) {
            batch = refused.size() / 2;
            return;
        }
        for (Result result : refused) {
            receipts.record(refusal(result, rejected));
        }
        batch = Math.min(settings.batch(), batch * 2);
    }

    static Ack refusal(Result result, Rejected rejected) {
        String reason = "Result of " + result.test().title() + " was refused. " + rejected.reason();
        return new Ack.ResultRefused(result.row(), result.attempt(), reason);
    }
}
