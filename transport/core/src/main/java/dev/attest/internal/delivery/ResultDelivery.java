package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
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
 * Creates the rows of one run and adds further attempts to them. The second attempt is sent together with the one that
 * created the row, because until then the row needed no separate attempts.
 */
final class ResultDelivery {

    /** Each possibly applied row costs a lookup. So many lookups fit into the end of a run. */
    private static final int MAX_LOOKUPS = 20;

    private final DeliveryContext context;
    private final PendingResults results;

    /** Maximum number of rows that the next request creates. */
    private int maxNewRows;

    /** Maximum number of rows that the next request adds attempts to. */
    private int maxRetriedRows;

    private boolean possiblyCreated;

    /** Rows whose last request for further attempts has an unknown outcome. */
    private final Set<Integer> uncertain = new HashSet<>();

    ResultDelivery(DeliveryContext context) {
        this.context = context;
        this.results = context.state().results();
        this.maxNewRows = context.settings().batch();
        this.maxRetriedRows = maxNewRows;
        this.possiblyCreated = context.journal().adopted();
    }

    /**
     * Creates rows for the waiting results if there are enough for a request.
     *
     * @param due whether any number is enough
     * @param readAll whether the journal holds nothing more
     * @return whether the service accepted or rejected a request
     */
    boolean createRows(String runId, boolean due, boolean readAll) throws IOException {
        List<Result> next = results.firstAttempts(maxNewRows);
        if (!isEnough(next, due, maxNewRows) || possiblyIncomplete(next, readAll)) {
            return false;
        }
        DeliveryResult result = context.destination().deliver(runId, next, possiblyCreated);
        context.handle(
                result,
                accepted -> recordRows(next, accepted.ids()),
                rejected -> {
                    if (mayAcceptSome(next, rejected)) {
                        maxNewRows = next.size() / 2;
                    } else {
                        refuse(next, rejected.reason());
                        maxNewRows = grown(maxNewRows);
                    }
                },
                () -> possiblyCreated = true);
        return result.done();
    }

    /**
     * Adds the waiting attempts to rows if there are enough for a request.
     *
     * @param due whether any number is enough
     * @return whether the service accepted or rejected a request
     */
    boolean addAttempts(String runId, boolean due) throws IOException {
        boolean possiblyApplied = context.journal().adopted() || !uncertain.isEmpty();
        List<Integer> rows =
                results.retriedRows(possiblyApplied ? Math.min(maxRetriedRows, MAX_LOOKUPS) : maxRetriedRows);
        if (!isEnough(rows, due, maxRetriedRows)) {
            return false;
        }
        List<RetriedRow> retried = new ArrayList<>();
        for (int row : rows) {
            retried.add(retried(row));
        }
        DeliveryResult result = context.destination().append(runId, retried, possiblyApplied);
        context.handle(
                result,
                accepted -> {
                    recordAttempts(retried, accepted.ids());
                    rows.forEach(uncertain::remove);
                },
                rejected -> {
                    if (mayAcceptSome(rows, rejected)) {
                        maxRetriedRows = rows.size() / 2;
                    } else {
                        refuse(waiting(rows), rejected.reason());
                        maxRetriedRows = grown(maxRetriedRows);
                    }
                },
                () -> uncertain.addAll(rows));
        return result.done();
    }

    private static boolean isEnough(List<?> next, boolean due, int batch) {
        return !next.isEmpty() && (due || next.size() >= batch);
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
        return rows.stream()
                .flatMap(row -> results.waitingAttempts(row).stream())
                .toList();
    }

    private void recordRows(List<Result> sent, List<String> ids) throws IOException {
        List<Ack.Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Ack.Row(sent.get(i).row(), sent.get(i).attempt(), ids.get(i)));
        }
        context.acks().record(new Ack.RowsCreated(rows));
        possiblyCreated = false;
        maxNewRows = grown(maxNewRows);
    }

    private void recordAttempts(List<RetriedRow> sent, List<String> ids) throws IOException {
        List<Ack.Attempt> attempts = new ArrayList<>();
        for (RetriedRow row : sent) {
            for (Result result : row.missing()) {
                attempts.add(new Ack.Attempt(result.row(), result.attempt(), ids.get(attempts.size())));
            }
        }
        context.acks().record(new Ack.AttemptsAppended(attempts));
        maxRetriedRows = grown(maxRetriedRows);
    }

    /** Returns whether half of the rejected rows may be accepted. If not, their results are refused. */
    private static boolean mayAcceptSome(List<?> rows, Rejected rejected) {
        return rows.size() > 1 && !rejected.wholeRun();
    }

    private void refuse(List<Result> results, String why) throws IOException {
        for (Result result : results) {
            String reason = "Result of " + result.test().title() + " was refused. " + why;
            context.acks().record(new Ack.ResultRefused(result.row(), result.attempt(), reason));
        }
    }

    private int grown(int batch) {
        return Math.min(context.settings().batch(), batch * 2);
    }
}
