package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
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
 * Adds further attempts to the rows of one run. The first of them brings along the attempt that the row was made for:
 * until then nobody knew that it would not be the only one. Not thread-safe: the publisher's thread owns it.
 */
final class AttemptDelivery {

    /** Where earlier requests are in doubt, each row costs a request to look: that many fit into the end of a run. */
    private static final int MOST_TO_LOOK_FOR = 20;

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;
    private final DeliverySettings settings;
    private final PendingResults results;
    private final ResultIndex recorded;
    private final AckRecorder receipts;
    private final Set<Integer> uncertain = new HashSet<>();
    private int batch;

    AttemptDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliverySettings settings,
            PendingResults results,
            ResultIndex recorded,
            AckRecorder receipts) {
        this.journal = journal;
        this.destination = destination;
        this.breaker = breaker;
        this.settings = settings;
        this.results = results;
        this.recorded = recorded;
        this.receipts = receipts;
        this.batch = settings.batch();
    }

    /**
     * Sends what there is when that is enough for a request.
     *
     * @param due whether any number is enough
     * @return whether a request was settled
     */
    boolean step(String runId, boolean due) throws IOException {
        boolean inDoubt = journal.adopted() || !uncertain.isEmpty();
        List<Integer> rows = results.retried(inDoubt ? Math.min(batch, MOST_TO_LOOK_FOR) : batch);
        if (rows.isEmpty() || !(due || rows.size() >= batch)) {
            return false;
        }
        List<RetriedRow> retried = new ArrayList<>();
        for (int row : rows) {
            retried.add(retried(row));
        }
        DeliveryResult delivery = destination.append(runId, retried, inDoubt);
        breaker.record(delivery);
        if (delivery instanceof Accepted delivered) {
            record(retried, delivered.ids());
            rows.forEach(uncertain::remove);
        } else if (delivery instanceof Retry deferred && deferred.possiblyApplied()) {
            uncertain.addAll(rows);
        } else if (delivery instanceof Rejected rejected) {
            isolate(rows, rejected);
        }
        return delivery.done();
    }

    private RetriedRow retried(int row) throws IOException {
        Ack.Row made = Objects.requireNonNull(results.row(row));
        List<Result> waiting = results.of(row);
        List<Result> attempts = new ArrayList<>();
        int known = 0;
        for (int attempt = made.attempt(); attempt < waiting.get(0).attempt(); attempt++) {
            Optional<Result> earlier = recorded.find(row, attempt);
            if (earlier.isPresent() && !results.isRefused(row, attempt)) {
                attempts.add(earlier.get());
                known += results.attempt(row, attempt) == null ? 0 : 1;
            }
        }
        attempts.addAll(waiting);
        return new RetriedRow(made.resultId(), attempts, known);
    }

    private void record(List<RetriedRow> sent, List<String> ids) throws IOException {
        List<Ack.Attempt> attempts = new ArrayList<>();
        for (RetriedRow row : sent) {
            for (Result result : row.missing()) {
                attempts.add(new Ack.Attempt(result.row(), result.attempt(), ids.get(attempts.size())));
            }
        }
        receipts.record(new Ack.AttemptsAppended(attempts));
        batch = Math.min(settings.batch(), batch * 2);
    }

    /** Halves what travels together until the row whose attempts the service refuses is alone, and sets those aside. */
    private void isolate(List<Integer> rows, Rejected rejected) throws IOException {
        if (rows.size() > 1 && !rejected.wholeRun()) {
            batch = rows.size() / 2;
            return;
        }
        for (int row : rows) {
            for (Result result : results.of(row)) {
                receipts.record(ResultDelivery.refusal(result, rejected));
            }
        }
        batch = Math.min(settings.batch(), batch * 2);
    }
}
