package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates the rows of one run and adds further attempts to them. The second attempt is sent together with the one that
 * created the row, because until then the row needed no separate attempts.
 */
final class ResultDelivery {

    /** Each possibly applied row costs a lookup. So many lookups fit into the end of a run. */
    private static final int MAX_LOOKUPS = 20;

    /** Each has several attempts, and is read from the journal again. */
    private static final int MAX_RETRIED = 100;

    /** Of messages and traces in one request. A service that is slow takes long for more, and memory is the tests'. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private final DeliveryContext context;
    private final PendingResults results;

    /** Rows that the service did not create. */
    private final FailedItems<Integer> failedNew;

    private final RowBatches newRows;

    /** Rows that the service did not add attempts to. */
    private final FailedItems<Integer> failedRetried;

    private final RowBatches retriedRows;
    private final RowBatches lookedUpRows;

    /** Whether it is known which rows an earlier owner may have sent without receiving the reply. */
    private boolean knowsDoubts;

    ResultDelivery(DeliveryContext context) {
        DeliverySettings settings = context.settings();
        this.context = context;
        this.results = context.state().results();
        this.failedNew = context.failedItems(Acceptances.Kind.ROW);
        this.newRows = new RowBatches(settings.batch(), settings.largestBatch(), failedNew);
        this.failedRetried = context.failedItems(Acceptances.Kind.ATTEMPT);
        int retried = Math.min(settings.batch(), MAX_RETRIED);
        this.retriedRows = new RowBatches(retried, retried, failedRetried);
        this.lookedUpRows = new RowBatches(retried, MAX_LOOKUPS, failedRetried);
        this.knowsDoubts = !context.journal().isPossiblyApplied();
    }

    /**
     * Creates rows for the waiting results if there are enough for a request.
     *
     * @param due whether any number is enough
     * @param readAll whether the journal holds nothing more
     * @return whether the service accepted or rejected a request
     */
    boolean createRows(String runId, boolean due, boolean readAll) throws IOException {
        if (!knowsDoubts && !doubtsWhatAnEarlierOwnerSent(readAll)) {
            return false;
        }
        List<Integer> rows = light(newRows.next(results.newRows(), due));
        if (rows.isEmpty()) {
            return false;
        }
        List<Result> next = new ArrayList<>();
        for (int row : rows) {
            next.add(results.firstWaiting(row));
        }
        DeliveryResult result = context.destination().deliver(runId, next, failedNew.anyInDoubt(rows));
        context.breaker().recordItems(result, failedNew.isTheirFault(rows));
        if (result instanceof Accepted accepted) {
            recordRows(next, accepted.ids());
            newRows.accepted(rows);
        } else if (result instanceof Rejected rejected) {
            if (!newRows.rejected(rows, rejected)) {
                refuse(next, rejected.reason());
            }
        } else if (result instanceof Retry retry) {
            failedNew.failed(rows, retry);
            if (failedNew.isHopeless(rows.get(0))) {
                refuse(next, FailedItems.givenUp(retry));
                failedNew.giveUp(rows);
            }
        }
        return result.done();
    }

    /**
     * Adds the waiting attempts to rows if there are enough for a request.
     *
     * @param due whether any number is enough
     * @return whether the service accepted or rejected a request
     */
    boolean addAttempts(String runId, boolean due) throws IOException {
        boolean looks = context.journal().isPossiblyApplied() || failedRetried.hasDoubts();
        RowBatches batches = looks ? lookedUpRows : retriedRows;
        List<Integer> rows = batches.next(results.retriedRows(), due);
        if (rows.isEmpty()) {
            return false;
        }
        List<RetriedRow> retried = new ArrayList<>();
        for (int row : rows) {
            retried.add(retried(row));
        }
        DeliveryResult result = context.destination().append(runId, retried, looks);
        context.breaker().recordItems(result, failedRetried.isTheirFault(rows));
        if (result instanceof Accepted accepted) {
            recordAttempts(retried, accepted.ids());
            batches.accepted(rows);
        } else if (result instanceof Rejected rejected) {
            if (!batches.rejected(rows, rejected)) {
                refuse(waiting(rows), rejected.reason());
            }
        } else if (result instanceof Retry retry) {
            failedRetried.failed(rows, retry);
            if (failedRetried.isHopeless(rows.get(0))) {
                refuse(waiting(rows), FailedItems.givenUp(retry));
                failedRetried.giveUp(rows);
            }
        }
        return result.done();
    }

    /** Returns whether the service has failed at some of those that wait. */
    boolean hasFailures() {
        return !failedNew.isEmpty() || !failedRetried.isEmpty();
    }

    /**
     * Marks the rows that an earlier owner may have sent without receiving the reply: of those that it had read, all
     * that are not acknowledged. Returns whether as many are read here.
     */
    private boolean doubtsWhatAnEarlierOwnerSent(boolean readAll) {
        knowsDoubts = readAll || results.size() >= context.settings().readAhead();
        if (knowsDoubts) {
            failedNew.doubt(results.newRows());
        }
        return knowsDoubts;
    }

    /** Returns the first rows, without those that would make the request too large. */
    private List<Integer> light(List<Integer> rows) {
        long characters = 0;
        for (int i = 0; i < rows.size(); i++) {
            characters += characters(results.firstWaiting(rows.get(i)));
            if (i > 0 && characters > MOST_CHARACTERS) {
                return rows.subList(0, i);
            }
        }
        return rows;
    }

    private static int characters(Result result) {
        Failure failure = result.failure();
        return failure == null
                ? 0
                : failure.message().length() + failure.stackTrace().length();
    }

    private RetriedRow retried(int row) throws IOException {
        Ack.Row created = Objects.requireNonNull(results.row(row));
        List<Result> waiting = results.waitingAttempts(row);
        List<Result> attempts = new ArrayList<>();
        int known = 0;
        for (int attempt = created.attempt(); attempt < waiting.get(0).attempt(); attempt++) {
            Optional<Result> earlier = context.index().result(row, attempt);
            if (earlier.isPresent() && !results.isRefused(row, attempt)) {
                attempts.add(earlier.get());
                known += results.attemptId(row, attempt) == null ? 0 : 1;
            }
        }
        attempts.addAll(waiting);
        return new RetriedRow(created.resultId(), attempts, known);
    }

    private List<Result> waiting(List<Integer> rows) {
        List<Result> waiting = new ArrayList<>();
        for (int row : rows) {
            waiting.addAll(results.waitingAttempts(row));
        }
        return waiting;
    }

    private void recordRows(List<Result> sent, List<String> ids) throws IOException {
        List<Ack.Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Ack.Row(sent.get(i).row(), sent.get(i).attempt(), ids.get(i)));
        }
        context.acks().record(new Ack.RowsCreated(rows));
    }

    private void recordAttempts(List<RetriedRow> sent, List<String> ids) throws IOException {
        List<Ack.Attempt> attempts = new ArrayList<>();
        for (RetriedRow row : sent) {
            for (Result result : row.missing()) {
                attempts.add(new Ack.Attempt(result.row(), result.attempt(), ids.get(attempts.size())));
            }
        }
        context.acks().record(new Ack.AttemptsAppended(attempts));
    }

    private void refuse(List<Result> results, String why) throws IOException {
        for (Result result : results) {
            String reason = "Result of " + result.test().title() + " was refused. " + why;
            context.acks().record(new Ack.ResultRefused(result.row(), result.attempt(), reason));
        }
    }
}
