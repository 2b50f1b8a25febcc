package dev.attest.standin.store;

import dev.attest.standin.store.ResultSearch.Criteria;
import dev.attest.standin.store.ResultSearch.Order;
import dev.attest.standin.store.ResultSearch.Searched;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultSearchTest {

    private static final int COUNT = 9000;

    private static final Map<Order, Comparator<ResultRow>> ORDERS = Map.of(
            Order.WORST, Comparator.comparing(row -> row.outcome().equals("Failed") ? 0 : 1),
            Order.CLASS, Comparator.comparing(row -> row.id() % 7),
            Order.SLOWEST, Comparator.comparing(ResultRow::durationMs).reversed(),
            Order.ADDED, Comparator.comparing(ResultRow::id));

    @TempDir
    Path folder;

    private Database database;
    private ResultSearch search;
    private List<ResultRow> all;
    private int run;

    @BeforeEach
    void open() throws IOException {
        database = new Database(folder);
        search = new ResultSearch(database.jdbi());
        var results = new ResultStore(database.jdbi(), Clock.systemUTC(), new TestStore(database.jdbi()));
        var runs = new RunStore(database.jdbi(), Clock.systemUTC());
        for (var other = 0; other < 2; other++) {
            run = runs.add(Drafts.RUN).id();
            all = new ArrayList<>();
            var drafts =
                    IntStream.range(0, COUNT).mapToObj(ResultSearchTest::draft).toList();
            results.add(run, drafts).orElseThrow().forEach(saved -> all.add(saved.row()));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsTheSameByFewAndByMany() {
        for (var text : List.of("", "TEXT 1", "text 12", "text 8999", "none", "100%", "_")) {
            for (var order : Order.values()) {
                var wanted = all.stream()
                        .filter(row -> text(row.id()).contains(text.toLowerCase(java.util.Locale.ROOT)))
                        .sorted(ORDERS.get(order).thenComparing(ResultRow::id))
                        .map(ResultRow::id)
                        .toList();
                for (var skip : List.of(0, 5, 2500, COUNT)) {
                    var found = search.find(run, new Criteria("", "", text, "", order), skip, 50);

                    assertThat(found.total()).isEqualTo(wanted.size());
                    assertThat(found.rows())
                            .extracting(ResultRow::id)
                            .isEqualTo(wanted.stream().skip(skip).limit(50).toList());
                }
            }
        }
    }

    @Test
    void readsEachResultOfTheRunAtMostTwice() {
        for (var text : List.of("text 8999", "text", "none")) {
            for (var order : Order.values()) {
                var scanned = new ScannedRows(database.jdbi());

                scanned.by(() -> search.find(run, new Criteria("", "", text, "", order), 0, 200));

                assertThat(scanned.most()).as(text + order).isLessThan(2 * COUNT);
            }
        }
    }

    private static ResultDraft draft(int index) {
        var id = 100_000 + index;
        return new ResultDraft(
                "t",
                id % 50 == 0 ? "Failed" : "Passed",
                "Completed",
                false,
                id * 7919L % 997,
                "{}",
                TestOccurrence.pending(""),
                new Searched("c" + id % 7, "", text(id)),
                0,
                List.of(),
                List.of());
    }

    private static String text(int id) {
        return "text " + (id - 100_000);
    }
}
