package dev.attest.standin.store;

import dev.attest.standin.store.ResultStore.ResultRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the history of tests: their completed results. It reads no results of other tests. */
public final class TestHistory {

    private static final Comparator<HistoryEntry> NEWEST_FIRST = Comparator.comparing(
                    (HistoryEntry entry) -> entry.place().completedAt())
            .thenComparing(entry -> entry.place().runId())
            .thenComparing(entry -> entry.place().resultId())
            .reversed();

    private final Jdbi jdbi;

    TestHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns at most {@code top} results that match a query. */
    public List<HistoryEntry> page(HistoryQuery query, int top) {
        return jdbi.withHandle(handle -> {
            var tests = handle.createQuery("select id from test where project = :project and name = :name")
                    .bind("project", query.project())
                    .bind("name", query.name())
                    .mapTo(Integer.class)
                    .list();
            return tests.stream()
                    .flatMap(test -> page(handle, test, query, top).stream())
                    .sorted(NEWEST_FIRST)
                    .limit(top)
                    .toList();
        });
    }

    private static List<HistoryEntry> page(Handle handle, int test, HistoryQuery query, int top) {
        var after = query.after();
        // The index by test has this order, so H2 reads no more than the page.
        return handle.createQuery("select r.*, l.definition_id, l.branch, l.environment_id"
                        + " from result r use index (result_by_test) join history_line l on l.id = r.line_id"
                        + " where r.test_id = :test and r.completed_at <= :at and r.completed_at >= :from"
                        + " and (r.completed_at < :at or r.run_id < :run or (r.run_id = :run and r.id < :id))"
                        + " and (:definition = 0 or l.definition_id = :definition)"
                        + " and (:branch = '' or l.branch = :branch)"
                        + " and (:environment = 0 or l.environment_id = :environment)"
                        + " and (l.environment_id <> 0) = :environments"
                        + " order by r.test_id, r.completed_at desc, r.run_id desc, r.id desc"
                        + " fetch first :top rows only")
                .bind("test", test)
                .bind("at", Database.time(after.completedAt()))
                .bind("from", Database.time(query.from()))
                .bind("run", after.runId())
                .bind("id", after.resultId())
                .bind("definition", query.definitionId())
                .bind("branch", query.branch())
                .bind("environment", query.environmentId())
                .bind("environments", query.environments())
                .bind("top", top)
                .map(TestHistory::entry)
                .list();
    }

    private static HistoryEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new HistoryEntry(
                ResultStore.row(row, context),
                row.getInt("definition_id"),
                row.getString("branch"),
                row.getInt("environment_id"));
    }

    /** Returns the newest result of a test; empty if all are deleted. */
    public Optional<ResultRow> newest(int test) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from result use index (result_by_test)"
                        + " where test_id = :test order by test_id, completed_at desc, run_id desc, id desc"
                        + " fetch first row only")
                .bind("test", test)
                .map(ResultStore::row)
                .findOne());
    }

    /** Returns how often a test passed and failed in the history line of a result, from a time until that result. */
    public HistoryCounts counts(ResultRow until, Instant from) {
        return new HistoryCounts(count(until, from, Verdict.FAILED), count(until, from, Verdict.PASSED));
    }

    private int count(ResultRow until, Instant from, Verdict verdict) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from result use index (result_by_verdict)"
                        + " where test_id = :test and line_id = :line and verdict = :verdict"
                        + " and completed_at <= :until and completed_at >= :from")
                .bind("test", until.history().testId())
                .bind("line", until.history().lineId())
                .bind("verdict", verdict.code())
                .bind("until", Database.time(until.history().completedAt()))
                .bind("from", Database.time(from))
                .mapTo(Integer.class)
                .one());
    }

    /** Returns the latest results of a test in the history line of a result, this one included, newest first. */
    public List<ResultRow> latest(ResultRow until, Instant from, int top) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from result use index (result_by_test)"
                        + " where test_id = :test and line_id = :line and completed_at <= :until and completed_at >= :from"
                        + " order by test_id, completed_at desc, run_id desc, id desc fetch first :top rows only")
                .bind("test", until.history().testId())
                .bind("line", until.history().lineId())
                .bind("until", Database.time(until.history().completedAt()))
                .bind("from", Database.time(from))
                .bind("top", top)
                .map(ResultStore::row)
                .list());
    }

    /**
     * A result, and where it comes from.
     *
     * @param definitionId the build definition; 0 if it is not known
     * @param branch the branch; empty if it is not known
     * @param environmentId the definition of the stage of a release; 0 for none
     */
    public record HistoryEntry(ResultRow result, int definitionId, String branch, int environmentId) {

        /** Returns the place of the result in the list. */
        public HistoryQuery.Place place() {
            return new HistoryQuery.Place(
                    Objects.requireNonNull(result.history().completedAt()), result.runId(), result.id());
        }
    }

    /** How often a test failed and passed. */
    public record HistoryCounts(int failed, int passed) {}
}
