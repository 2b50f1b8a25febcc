package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Adds further attempts to the rows of one run. The second attempt is sent together with the one that created the row,
 * because until then the row needed no separate attempts.
 */
final class AttemptDelivery {

    /** Each possibly applied row costs a lookup. So many lookups fit into the end of a run. */
    private static final int MAX_LOOKUPS = 20;

    private final DeliveryContext context;
    private final PendingResults results;

    /** Rows whose last request has an unknown outcome. */
    private final Set<Integer> uncertain = new HashSet<>();

    private int batch;

    AttemptDelivery(DeliveryContext context) {
        this.context = context;
        this.results = context.state().results();
        this.batch = context.settings().batch();
    }

    /**
     * Sends the waiting attempts if there are enough for a request.
     *
     * @param due whether any number is enough
     * @return whether the service accepted or rejected a request
     */
    boolean step(String runId, boolean due) throws IOException {
        boolean possiblyApplied = context.journal().adopted() || !uncertain.isEmpty();
        List<Integer> rows = results.retriedRows(possiblyApplied ? Math.min(batch, MAX_LOOKUPS) : batch);
        if (rows.isEmpty() || !(due || rows.size() >= batch)) {
            return false;
        }
        List<RetriedRow> retried = new ArrayList<>();
        for (int row : rows) {
            retried.add(retried(row));
        }
        DeliveryResult outcome = context.destination().append(runId, retried, possiblyApplied);
        context.breaker().record(outcome);
        if (outcome instanceof Accepted accepted) {
            record(retried, accepted.ids());
            rows.forEach(uncertain::remove);
        } else if (outcome instanceof Retry retry && retry.possiblyApplied()) {
            uncertain.addAll(rows);
        } else if (outcome instanceof Rejected rejected) {
            isolate(rows, rejected);
        }
        return outcome.done();
    }

    private RetriedRow retried(int row) throws IOException {
        Ack.Row created = Objects.requireNonNull(results.row(row));
        List<Result> waiting = results.waitingAttempts(row);
        List<Result> attempts = new ArrayList<>();
        int known = 0;
        for (int attempt = created.attempt(); attempt < waiting.get(0).attempt(); attempt++) {
            Optional<Result> earlier = context.resultIndex().find(row, attempt);
            if (earlier.isPresent() && !results.isRefused(row, attempt)) {
                attempts.add(earlier.get());
                known += results.attemptId(row, attempt) == null ? 0 : 1;
            }
        }
        attempts.addAll(waiting);
        return new RetriedRow(created.resultId(), attempts, known);
    }

    private void record(List<RetriedRow> sent, List<String> ids) throws IOException {
        List<Ack.Attempt> attempts = new ArrayList<>();
        for (RetriedRow row : sent) {
            for (Result result : row.missing()) {
                attempts.add(new Ack.Attempt(result.row(), result.attempt(), ids.get(attempts.size())));
            }
        }
        context.acks().record(new Ack.AttemptsAppended(attempts));
        batch = Math.min(context.settings().batch(), batch * 2);
    }

    /** Halves the batch until the rejected row is alone, then refuses its attempts. */
    private void isolate(List<Integer> rows, Rejected rejected) throws IOException {
        if (rows.size() > 1 && !rejected.wholeRun()) {
            batch = rows.size() / 2;
            return;
        }
        for (int row : rows) {
            for (Result result : results.waitingAttempts(row)) {
                context.acks().record(ResultDelivery.refusal(result, rejected));
            }
        }
        batch = Math.min(context.settings().batch(), batch * 2);
    }
}
