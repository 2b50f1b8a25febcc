package dev.attest.standin.store;

import dev.attest.standin.store.OutcomeCounts.OutcomeCount;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultListTest {

    private static final String WORST_FIRST = "case when outcome in ('Failed', 'Error', 'Timeout', 'Aborted') then 0"
            + " when state <> 'Completed' then 1 when outcome = 'Passed' then 3 else 2 end, outcome, id";
    private static final List<String> OUTCOMES =
            List.of("Passed", "Failed", "Timeout", "NotExecuted", "Unspecified", "Inconclusive");
    private static final List<String> STATES = List.of("Completed", "InProgress", "Pending");

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private Database database;
    private ResultStore results;
    private ResultList list;
    private int run;

    @BeforeEach
    void open() throws IOException {
        database = new Database(folder);
        results = new ResultStore(database.jdbi(), Clock.systemUTC(), new TestStore(database.jdbi()));
        list = new ResultList(database.jdbi());
        var runs = new RunStore(database.jdbi(), Clock.systemUTC());
        results.add(runs.add(Drafts.RUN).id(), Collections.nCopies(1500, Drafts.result("Passed", "Completed")));
        run = runs.add(Drafts.RUN).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsTheSamePagesAsALongList() {
        for (var round = 0; round < 2; round++) {
            add(1700);
            change(300);
            assertPagesAreThoseOfTheWholeList();
        }
        results.deleteIncomplete(run);
        assertPagesAreThoseOfTheWholeList();
        add(10);
        change(100);
        assertPagesAreThoseOfTheWholeList();
    }

    @Test
    void readsAsFewRowsForTheLastPageAsForTheFirst() {
        for (var batch = 0; batch < 12; batch++) {
            results.add(run, Collections.nCopies(999, Drafts.result("Passed", "Completed")));
            results.add(run, List.of(Drafts.result("Failed", "Completed")));
        }
        var scanned = new ScannedRows(database.jdbi());

        for (var skip : List.of(0, 6000, 11_900)) {
            assertThat(scanned.by(() -> list.byId(run, List.of(), skip, 50))).hasSize(50);
            assertThat(scanned.by(() -> list.byId(run, List.of("Passed", "Aborted"), skip, 50)))
                    .hasSize(50);
            assertThat(scanned.by(() -> list.worstFirst(run, List.of(), skip, 50)))
                    .hasSize(50);
        }
        assertThat(scanned.most()).isLessThan(3 * ResultCounts.BLOCK);
    }

    private void add(int count) {
        results.add(run, IntStream.range(0, count).mapToObj(index -> draft()).toList());
    }

    private ResultDraft draft() {
        return Drafts.result(OUTCOMES.get(random.nextInt(OUTCOMES.size())), STATES.get(random.nextInt(STATES.size())));
    }

    private void change(int count) {
        var all = all("id", List.of());
        var ids = new ArrayList<Integer>();
        for (var change = 0; change < count; change++) {
            ids.add(all.get(random.nextInt(all.size())));
        }
        assertThat(results.change(run, ids, (index, row) -> draft())).isPresent();
    }

    private void assertPagesAreThoseOfTheWholeList() {
        assertThat(database.jdbi()
                        .withHandle(handle -> ResultCounts.of(handle, run))
                        .cells())
                .isEqualTo(counted());
        for (var outcomes : List.of(List.<String>of(), List.of("Failed"), List.of("Passed", "Timeout", "Aborted"))) {
            var byId = all("id", outcomes);
            var worstFirst = all(WORST_FIRST, outcomes);
            for (var skip : List.of(0, 1, 999, 1000, byId.size() - 1, byId.size(), random.nextInt(6000))) {
                for (var top : List.of(0, 1, 1000)) {
                    assertThat(ids(list.byId(run, outcomes, skip, top))).isEqualTo(page(byId, skip, top));
                    assertThat(ids(list.worstFirst(run, outcomes, skip, top))).isEqualTo(page(worstFirst, skip, top));
                }
            }
        }
    }

    private List<Integer> all(String order, List<String> outcomes) {
        return database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select id, outcome from result where run_id = :run order by " + order)
                        .bind("run", run)
                        .map((row, context) -> new Listed(row.getInt("id"), row.getString("outcome")))
                        .list())
                .stream()
                .filter(row -> outcomes.isEmpty() || outcomes.contains(row.outcome()))
                .map(Listed::id)
                .toList();
    }

    private List<OutcomeCount> counted() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select state, outcome, rerun, count(*) as n from result"
                                + " where run_id = :run group by state, outcome, rerun order by state, outcome, rerun")
                        .bind("run", run)
                        .map((row, context) -> new OutcomeCount(
                                row.getString("state"),
                                row.getString("outcome"),
                                row.getBoolean("rerun") ? "rerun" : "",
                                row.getInt("n")))
                        .list());
    }

    private static List<Integer> ids(List<ResultRow> rows) {
        return rows.stream().map(ResultRow::id).toList();
    }

    private static List<Integer> page(List<Integer> all, int skip, int top) {
        var start = Math.min(skip, all.size());
        return all.subList(start, Math.min(start + top, all.size()));
    }

    private record Listed(int id, String outcome) {}
}
