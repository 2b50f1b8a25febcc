package dev.attest.standin.store;

import dev.attest.standin.store.HistoryQuery.Place;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.RunStore.RunDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The history of one test among 100,000 results: 10 tests in 10,000 builds, of which each third is of a branch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class TestHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BUILDS = 10_000;

    private Database database;
    private ResultStore results;
    private TestHistory history;
    private int run;

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        database = new Database(folder);
        results = new ResultStore(database.jdbi(), Clock.systemUTC(), new TestStore(database.jdbi()));
        history = new TestHistory(database.jdbi());
        run = add("main");
        add("side");
        // A build each five minutes. Test 0 is skipped since the first build, in which it failed; the others pass.
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into test (project, name, storage) select 'demo', 't' || x, '' from"
                    + " system_range(0, 9)");
            handle.execute("insert into result (run_id, id, title, outcome, state, rerun, duration_ms, revision,"
                    + " created_at, updated_at, document, test_id, line_id, verdict, completed_at, since_run_id,"
                    + " since_at) select 1, x, 't', 'Passed', 'Completed', false, 1, 1, now(), now(), '{}',"
                    + " mod(x, 10) + 1, case when mod(x / 10, 3) = 2 then 2 else 1 end,"
                    + " case when mod(x, 10) <> 0 then 'P' when x = 0 then 'F' else '' end,"
                    + " dateadd(minute, 5 * (x / 10), timestamp with time zone '2026-01-01 00:00:00+00'), 1,"
                    + " case when x = 0 then timestamp with time zone '2026-01-01 00:00:00+00' end"
                    + " from system_range(0, 99999)");
            handle.execute("update run set next_result_id = 200000");
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void findsTheFirstFailureBehindThousandsOfSkippedResultsByTheIndex() {
        var scanned = new ScannedRows(database.jdbi());

        var saved = scanned.by(() -> results.add(run, List.of(failed("t0"), failed("t1"))));

        assertThat(since(saved.orElseThrow().get(0).row().id())).isEqualTo(START);
        assertThat(since(saved.orElseThrow().get(1).row().id())).isEqualTo(end());
        assertThat(scanned.most()).isLessThan(100);
    }

    @Test
    void readsAPageAtAnyPlaceByTheIndex() {
        var scanned = new ScannedRows(database.jdbi());

        for (var days : List.of(0, 10, 30)) {
            var until = end().minus(Duration.ofDays(days));
            var query = new HistoryQuery(
                    "demo", "t3", until.minus(Duration.ofDays(7)), 5, "refs/heads/main", false, 0, Place.until(until));
            assertThat(scanned.by(() -> history.page(query, 50))).hasSize(50);
        }

        assertThat(scanned.most()).isLessThan(500);
    }

    @Test
    void countsWithinItsTime() {
        var scanned = new ScannedRows(database.jdbi());
        var row = database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from result where run_id = 1 and id = 90003")
                        .map(ResultStore::row)
                        .one());
        var from = end().minus(Duration.ofDays(10));

        assertThat(scanned.by(() -> history.latest(row, from, 20))).hasSize(20);
        assertThat(scanned.by(() -> history.counts(row, from)).passed()).isPositive();

        assertThat(scanned.most()).isLessThan(3000);
    }

    private static Instant end() {
        return START.plus(Duration.ofMinutes(5L * BUILDS));
    }

    private int add(String branch) {
        var references = Map.of(
                RunReference.BUILD,
                "1",
                RunReference.BUILD_DEFINITION,
                "5",
                RunReference.BRANCH,
                "refs/heads/" + branch);
        var origin = RunOrigin.of(references, "", "{}");
        return new RunStore(database.jdbi(), Clock.systemUTC())
                .add(new RunDraft("demo", "r", "InProgress", true, references, "{}", origin))
                .id();
    }

    private static ResultDraft failed(String name) {
        var test = new TestOccurrence(name, "", true, end(), Verdict.FAILED, false);
        return new ResultDraft(
                "t", "Failed", "Completed", false, 1, "{}", test, Drafts.SEARCHED, 0, List.of(), List.of());
    }

    private Instant since(int id) {
        var since = results.find(run, id).orElseThrow().history().failingSince();
        assertThat(since).isNotNull();
        return since.at();
    }
}
