package dev.attest.standin.reports;

import dev.attest.standin.store.Store;
import dev.attest.standin.store.TestStore.TestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The newest completed results of a test, over all its runs. It reads no results of other tests. */
public final class TestTrend {

    /** Older runs are left out. */
    public static final int RUNS = 50;

    /** The results of a test that has several in each run. */
    private static final int RESULTS = 150;

    private final Store store;

    /** Reads from this store. */
    public TestTrend(Store store) {
        this.store = store;
    }

    /** Returns the name and storage of a test. */
    public Optional<TestKey> key(int test) {
        return store.read(handle -> handle.createQuery("select name, storage from test where id = :id")
                .bind("id", test)
                .map((row, context) -> new TestKey(row.getString("name"), row.getString("storage")))
                .findOne());
    }

    /** Returns the results in the last {@link #RUNS} runs of a test, at most 150 of them, newest first. */
    public List<TrendResult> newest(int test) {
        // The index by test has this order, so H2 reads no more than these results.
        var rows = store.read(handle -> handle.createQuery(
                        "select run_id, id, title, outcome, rerun, flaky, duration_ms,"
                                + " completed_at, line_id, since_run_id, since_result_id, since_at"
                                + " from result use index (result_by_test)"
                                + " where test_id = :test and completed_at is not null"
                                + " order by test_id, completed_at desc, run_id desc, id desc fetch first :top rows only")
                .bind("test", test)
                .bind("top", RESULTS)
                .map(TestTrend::result)
                .list());
        var runs = new LinkedHashSet<Integer>();
        return rows.stream()
                .filter(row -> runs.contains(row.runId()) || (runs.size() < RUNS && runs.add(row.runId())))
                .toList();
    }

    private static TrendResult result(ResultSet row, StatementContext context) throws SQLException {
        var since = row.getObject("since_at", OffsetDateTime.class);
        return new TrendResult(
                row.getInt("run_id"),
                row.getInt("id"),
                row.getString("title"),
                row.getString("outcome"),
                row.getBoolean("rerun"),
                row.getBoolean("flaky"),
                row.getDouble("duration_ms"),
                row.getObject("completed_at", OffsetDateTime.class).toInstant(),
                row.getInt("line_id"),
                since == null
                        ? null
                        : new FirstFailure(
                                row.getInt("since_run_id"), row.getInt("since_result_id"), since.toInstant()));
    }

    /** Returns the number of runs in which a test failed, from the first failure that led to a result until it. */
    public int runsFailed(int test, TrendResult last, FirstFailure since) {
        return store.read(
                handle -> handle.createQuery("select count(distinct run_id) from result use index (result_by_verdict)"
                                + " where test_id = :test and line_id = :line and verdict = 'F'"
                                + " and completed_at between :from and :until")
                        .bind("test", test)
                        .bind("line", last.lineId())
                        .bind("from", since.at().atOffset(ZoneOffset.UTC))
                        .bind("until", last.completedAt().atOffset(ZoneOffset.UTC))
                        .mapTo(Integer.class)
                        .one());
    }

    /** Returns what the runs of a history line have in common: a branch, the stage of a release, or a title. */
    public String line(int id) {
        return store.read(
                handle -> handle.createQuery("select branch, environment_id, title from history_line where id = :id")
                        .bind("id", id)
                        .map((row, context) -> label(row))
                        .findOne()
                        .orElse(""));
    }

    private static String label(ResultSet row) throws SQLException {
        var stage = row.getInt("environment_id");
        if (stage != 0) {
            return "stage " + stage;
        }
        var branch = row.getString("branch").replaceFirst("^refs/heads/", "");
        return branch.isEmpty() ? row.getString("title") : branch;
    }

    /**
     * A result of the test.
     *
     * @param retried whether it has attempts; its outcome is that of the last one
     * @param lineId the history line of its run; 0 for none
     * @param since the first of the failures that led to this one; null if this is no failure
     */
    public record TrendResult(
            int runId,
            int id,
            String title,
            String outcome,
            boolean retried,
            boolean flaky,
            double durationMs,
            Instant completedAt,
            int lineId,
            @Nullable FirstFailure since) {}

    /** The first failure of a chain. Its run may be deleted. */
    public record FirstFailure(int runId, int resultId, Instant at) {}
}
