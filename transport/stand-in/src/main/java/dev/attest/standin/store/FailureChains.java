package dev.attest.standin.store;

import dev.attest.standin.store.ResultHistory.FailingSince;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds since when failed results fail. A failure has the beginning of the failure before it, unless a result between
 * them ends the chain. What comes before is found by an index, however long the history is. A later change of an
 * earlier result changes no other result.
 */
final class FailureChains {

    // Without the hint, H2 may choose the index by test, and read all its results.
    private static final String LAST_BEFORE = "select * from result use index (result_by_verdict) where test_id = :test"
            + " and line_id = :line and verdict = :verdict and completed_at <= :at"
            + " and (completed_at < :at or run_id < :run or (run_id = :run and id < :id))"
            + " order by test_id, line_id, verdict, completed_at desc, run_id desc, id desc fetch first row only";

    private static final Comparator<ResultRow> BY_TIME = Comparator.comparing(
                    (ResultRow row) -> Objects.requireNonNull(row.history().completedAt()))
            .thenComparing(ResultRow::runId)
            .thenComparing(ResultRow::id);

    private final Handle handle;

    FailureChains(Handle handle) {
        this.handle = handle;
    }

    /** Stores since when those of these results fail that are failures. All of them are stored already. */
    void store(Stream<ResultRow> rows, String origin) {
        var failures = rows.filter(row -> row.history().verdict() == Verdict.FAILED
                        && row.history().testId() != 0
                        && row.history().lineId() != 0)
                .sorted(BY_TIME)
                .toList();
        for (var row : failures) {
            store(row, beginning(row).orElseGet(() -> first(row, origin)));
        }
    }

    /** Stores since when the failures of a run fail, after its line or its origin has changed. */
    void storeAll(int runId, String origin) {
        List<ResultRow> rows = handle.createQuery("select * from result where run_id = :run and verdict = :verdict")
                .bind("run", runId)
                .bind("verdict", Verdict.FAILED.code())
                .map(ResultStore::row)
                .list();
        store(rows.stream(), origin);
    }

    private Optional<FailingSince> beginning(ResultRow row) {
        var failure = lastBefore(row, Verdict.FAILED);
        if (failure.isEmpty()
                || isAfter(lastBefore(row, Verdict.PASSED), failure.get())
                || isAfter(lastBefore(row, Verdict.ENDING), failure.get())) {
            return Optional.empty();
        }
        return Optional.ofNullable(failure.get().history().failingSince());
    }

    private static boolean isAfter(Optional<ResultRow> row, ResultRow other) {
        return row.filter(found -> BY_TIME.compare(found, other) > 0).isPresent();
    }

    private Optional<ResultRow> lastBefore(ResultRow row, Verdict verdict) {
        return handle.createQuery(LAST_BEFORE)
                .bind("test", row.history().testId())
                .bind("line", row.history().lineId())
                .bind("verdict", verdict.code())
                .bind("at", Database.time(row.history().completedAt()))
                .bind("run", row.runId())
                .bind("id", row.id())
                .map(ResultStore::row)
                .findOne();
    }

    private static FailingSince first(ResultRow row, String origin) {
        return new FailingSince(
                row.runId(), row.id(), Objects.requireNonNull(row.history().completedAt()), origin);
    }

    private void store(ResultRow row, FailingSince since) {
        handle.execute(
                "update result set since_run_id = ?, since_result_id = ?, since_at = ?, since_origin = ?"
                        + " where run_id = ? and id = ?",
                since.runId(),
                since.resultId(),
                Database.time(since.at()),
                since.origin(),
                row.runId(),
                row.id());
    }
}
