package dev.attest.standin.store;

import dev.attest.standin.store.AttachmentStore.AttachmentDraft;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.SavedResult;
import dev.attest.standin.store.SubResultStore.SubResultRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResultStoreTest {

    @TempDir
    Path folder;

    private Store store;
    private int run;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder, Clock.systemUTC());
        run = store.runs().add(Drafts.RUN).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void returnsWhatItStored() {
        var saved = add(Drafts.result("Passed", "Completed"), Drafts.result("Failed", "InProgress"));
        var changed = store.results()
                .change(run, List.of(100001), (index, row) -> Drafts.result("Passed", "Completed"))
                .orElseThrow();

        assertThat(saved.get(0).row())
                .isEqualTo(store.results().find(run, 100000).orElseThrow());
        assertThat(changed.get(0).row())
                .isEqualTo(store.results().find(run, 100001).orElseThrow());
    }

    @Test
    void numbersSubResultsParentsFirst() {
        var nested = Drafts.subResult(Drafts.subResult(Drafts.subResult()), Drafts.subResult());
        add(Drafts.result("Failed", "Completed", List.of(nested, Drafts.subResult())));

        var appended = store.results()
                .change(
                        run,
                        List.of(100000, 100000),
                        (index, row) -> Drafts.result("Failed", "Completed", List.of(Drafts.subResult())))
                .orElseThrow();

        assertThat(appended).extracting(SavedResult::addedSubResults).containsExactly(List.of(6), List.of(7));
        assertThat(store.subResults().of(run, 100000))
                .extracting(SubResultRow::parentId)
                .containsExactly(0, 1, 2, 1, 0, 0, 0);
        assertThat(store.subResults().exists(run, 100000, 7)).isTrue();
        assertThat(store.subResults().exists(run, 100000, 8)).isFalse();
    }

    @Test
    void changesAResultTwiceInTheOrderOfTheRequest() {
        add(Drafts.result("Passed", "Pending"));

        store.results().change(run, List.of(100000, 100000), (index, row) -> {
            assertThat(row.outcome()).isEqualTo(index == 0 ? "Passed" : "Failed");
            return Drafts.result(index == 0 ? "Failed" : "Aborted", "Completed");
        });

        var row = store.results().find(run, 100000).orElseThrow();
        assertThat(row.outcome()).isEqualTo("Aborted");
        assertThat(row.revision()).isEqualTo(3);
        assertThat(store.runs().counts(run).cells())
                .containsExactly(new OutcomeCounts.OutcomeCount("Completed", "Aborted", "", 1));
    }

    @Test
    void keepsItsCountsWhenAChangeFails() {
        add(Drafts.result("Passed", "Completed"));

        assertThatThrownBy(() -> store.results().change(run, List.of(100000, 100000), (index, row) -> {
                    if (index == 1) {
                        throw new IllegalStateException();
                    }
                    return Drafts.result("Failed", "Completed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.results().change(run, List.of(100000, 100001), (index, row) -> Drafts.result("", "")))
                .isEmpty();

        assertThat(store.runs().counts(run).completed("Passed")).isEqualTo(1);
    }

    @Test
    void writesItsFileAFewTimesForManyNewTests() {
        var drafts = IntStream.range(0, 1000)
                .mapToObj(number -> Drafts.result("t" + number))
                .toArray(ResultDraft[]::new);
        var before = writes();

        add(drafts);

        assertThat(writes() - before).isLessThan(50);
    }

    @Test
    void looksUpTestsThatAChangeNames() {
        add(Drafts.result("first"), Drafts.result("second"));
        var second = store.results().find(run, 100001).orElseThrow();

        store.results().change(run, List.of(100000, 100001), (index, row) -> Drafts.result("second"));

        var rows = store.results().find(run, List.of(100000, 100001));
        assertThat(rows.values())
                .extracting(row -> row.history().testId())
                .hasSize(2)
                .containsOnly(second.history().testId());
    }

    @Test
    void keepsAConsoleLogWhileAnotherHoldsItsResultForLong() throws Exception {
        add(Drafts.result("Failed", "Completed"));
        var file = Files.writeString(store.attachments().draft(), "out");
        var log = new AttachmentDraft(
                new AttachmentOwner(run, 100000, 0), "out.log", "", "ConsoleLog", 3, "0".repeat(64), file);
        var uploads = Executors.newSingleThreadExecutor();

        var upload = store.read(handle -> handle.inTransaction(other -> {
            other.execute("update result_search set output = 'held'");
            var waiting = uploads.submit(() -> store.attachments().add(log));
            // Longer than H2 waits unless it is told to.
            assertThatThrownBy(() -> waiting.get(4, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        }));

        assertThat(upload.get(30, TimeUnit.SECONDS)).isPresent();
        uploads.shutdown();
    }

    @Test
    void findsItsLastCommitAfterEachKill(@TempDir Path folders) throws IOException {
        var random = new Random(3);
        var expected = 0;
        for (var round = 0; round < 15; round++) {
            try (var killed = Store.open(folders.resolve("" + round), Clock.systemUTC())) {
                // Space is used again at once. Otherwise, it is after 45 seconds.
                killed.read(handle -> handle.execute("set retention_time 0"));
                if (round == 0) {
                    killed.runs().add(Drafts.RUN);
                }
                assertThat(killed.runs().counts(1).total()).as("round " + round).isEqualTo(expected);
                for (var more = 1 + random.nextInt(40); more > 0; more--) {
                    var draft = Drafts.result("t".repeat(1 + random.nextInt(3000)));
                    killed.results().add(1, List.of(draft)).orElseThrow();
                    expected++;
                }
                var next = Files.createDirectories(folders.resolve("" + (round + 1)));
                Files.copy(folders.resolve(round + "/stand-in.mv.db"), next.resolve("stand-in.mv.db"));
            }
        }
    }

    private int writes() {
        return store.read(handle -> handle.createQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'info.FILE_WRITE'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void namesTheFirstUnknownId() {
        add(Drafts.result("Passed", "Completed"));

        assertThat(store.results().firstUnknown(run, List.of(100000, 3, 100000, 2)))
                .contains(3);
        assertThat(store.results().firstUnknown(run, List.of(100000))).isEmpty();
    }

    @Test
    void countsTheResultsOfAnOlderFolder(@TempDir Path older) throws IOException, SQLException {
        var url = "jdbc:h2:file:" + older.resolve("stand-in").toAbsolutePath();
        var former = Flyway.configure().dataSource(url, "sa", "").target("40").load();
        former.migrate();
        try (var connection = former.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into run (project, name, state, automated, revision, next_result_id, created_at,"
                    + " updated_at, document) values ('demo', 'r', 'InProgress', true, 1, 101500, now(), now(), '{}')");
            statement.execute("insert into result (run_id, id, title, outcome, state, rerun, duration_ms, revision,"
                    + " created_at, updated_at, document) select 1, 99999 + x, 't', 'Passed', 'Completed', false, 0, 1,"
                    + " now(), now(), '{}' from system_range(1, 1500)");
        }

        try (var migrated = Store.open(older, Clock.systemUTC())) {
            assertThat(migrated.runs().counts(1).completed("Passed")).isEqualTo(1500);
            assertThat(migrated.resultList().byId(1, List.of(), 1400, 1000)).hasSize(100);
        }
    }

    private List<SavedResult> add(ResultDraft... drafts) {
        return store.results().add(run, List.of(drafts)).orElseThrow();
    }
}
