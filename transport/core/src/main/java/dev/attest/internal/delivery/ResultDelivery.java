package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Creates the rows of one run. */
final class ResultDelivery {

    private final DeliveryContext context;
    private final PendingResults results;
    private boolean possiblyApplied;
    private int batch;

    ResultDelivery(DeliveryContext context) {
        this.context = context;
        this.results = context.state().results();
        this.possiblyApplied = context.journal().adopted();
        this.batch = context.settings().batch();
    }

    /**
     * Sends the waiting results if there are enough for a request.
     *
     * @param due whether any number is enough
     * @param readAll whether the journal holds nothing more
     * @return whether the service accepted or rejected a request
     */
    boolean step(String runId, boolean due, boolean readAll) throws IOException {
        List<Result> next = results.firstAttempts(batch);
        if (next.isEmpty() || !(due || next.size() >= batch) || possiblyIncomplete(next, readAll)) {
            return false;
        }
        DeliveryResult outcome = context.destination().deliver(runId, next, possiblyApplied);
        context.breaker().record(outcome);
        if (outcome instanceof Accepted accepted) {
            record(next, accepted.ids());
        } else if (outcome instanceof Retry retry) {
            possiblyApplied |= retry.possiblyApplied();
        } else if (outcome instanceof Rejected rejected) {
            isolate(next, rejected);
        }
        return outcome.done();
    }

    /**
     * Returns whether an earlier owner may have sent a larger batch without receiving the reply. The destination has to
     * look for the whole batch, not only for what this delivery has read.
     */
    private boolean possiblyIncomplete(List<Result> next, boolean readAll) {
        return context.journal().adopted()
                && !readAll
                && next.size() < context.settings().batch();
    }

    private void record(List<Result> sent, List<String> ids) throws IOException {
        List<Ack.Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Ack.Row(sent.get(i).row(), sent.get(i).attempt(), ids.get(i)));
        }
        context.acks().record(new Ack.RowsCreated(rows));
        possiblyApplied = false;
        batch = Math.min(context.settings().batch(), batch * 2);
    }

    /** Halves the batch until the rejected row is alone, then refuses it. */
    private void isolate(List<Result> refused, Rejected rejected) throws IOException {
        if (refused.size() > 1 && !rejected.wholeRun()) {
            batch = refused.size() / 2;
            return;
        }
        for (Result result : refused) {
            context.acks().record(refusal(result, rejected));
        }
        batch = Math.min(context.settings().batch(), batch * 2);
    }

    static Ack refusal(Result result, Rejected rejected) {
        String reason = "Result of " + result.test().title() + " was refused. " + rejected.reason();
        return new Ack.ResultRefused(result.row(), result.attempt(), reason);
    }
}
