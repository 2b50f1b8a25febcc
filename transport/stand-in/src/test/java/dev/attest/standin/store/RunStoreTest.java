package dev.attest.standin.store;

import dev.attest.standin.store.RunStore.RunDraft;
import dev.attest.standin.store.RunStore.RunRow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunStoreTest {

    @TempDir
    Path folder;

    @Test
    void readsOnlyTheRunsThatAFilterFinds() throws IOException {
        try (var database = new Database(folder)) {
            var runs = new RunStore(database.jdbi(), Clock.systemUTC());
            for (var plan = 1; plan <= 300; plan++) {
                runs.add(new RunDraft(
                        "demo",
                        "r",
                        "InProgress",
                        true,
                        Map.of(RunReference.PLAN, String.valueOf(plan), RunReference.CONTEXT, "build"),
                        "{}",
                        RunOrigin.NONE));
            }
            var rows = new ScannedRows(database.jdbi());

            var found = rows.by(() -> runs.list(query(Map.of(RunReference.PLAN, List.of("7", "290", "301")))));

            assertThat(found).extracting(RunRow::id).containsExactly(7, 290);
            assertThat(rows.most()).isLessThan(20);
        }
    }

    @Test
    void findsTheRunsOfAnOlderFolder() throws IOException, SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("stand-in").toAbsolutePath();
        var former = Flyway.configure().dataSource(url, "sa", "").target("42").load();
        former.migrate();
        try (var connection = former.getConfiguration().getDataSource().getConnection();
                var insert = connection.prepareStatement(
                        "insert into run (project, name, state, build_id, automated, revision, created_at, updated_at,"
                                + " document) values ('demo', 'r', 'InProgress', ?, true, 1, now(), now(), ?)")) {
            insert.setInt(1, 5);
            insert.setString(2, """
                    {"plan":{"id":"7"},"owner":{"id":"AB"},"build":{"id":"5"},
                    "buildConfiguration":{"buildDefinitionId":50,"branchName":"refs/heads/main"}}""");
            insert.execute();
            insert.setObject(1, null);
            insert.setString(2, """
                    {"releaseUri":"vstfs:///ReleaseManagement/Release/3","plan":{"id":"x"},
                    "releaseReference":{"id":4,"definitionId":300,"environmentId":30,"environmentDefinitionId":3000}}""");
            insert.execute();
        }

        try (var migrated = Store.open(folder, Clock.systemUTC())) {
            assertThat(migrated.runs().find(2).orElseThrow().document()).contains("\"release\":{\"id\":4");
            assertFound(migrated, 1, RunReference.BUILD, "5");
            assertFound(migrated, 1, RunReference.BUILD_DEFINITION, "50");
            assertFound(migrated, 1, RunReference.BRANCH, "refs/heads/main");
            assertFound(migrated, 1, RunReference.PLAN, "7");
            assertFound(migrated, 1, RunReference.OWNER, "ab");
            assertFound(migrated, 1, RunReference.CONTEXT, "build");
            assertFound(migrated, 2, RunReference.RELEASE, "3");
            assertFound(migrated, 2, RunReference.RELEASE_DEFINITION, "300");
            assertFound(migrated, 2, RunReference.ENVIRONMENT, "30");
            assertFound(migrated, 2, RunReference.ENVIRONMENT_DEFINITION, "3000");
            assertFound(migrated, 2, RunReference.OWNER, "4af83dd0-ce82-3964-94c9-cd16b8ae5421");
            assertFound(migrated, 2, RunReference.CONTEXT, "release");
        }
    }

    private static void assertFound(Store store, int run, RunReference kind, String target) {
        assertThat(store.runs().list(query(Map.of(kind, List.of(target)))))
                .as(kind.name())
                .extracting(RunRow::id)
                .containsExactly(run);
    }

    private static RunQuery query(Map<RunReference, List<String>> references) {
        return new RunQuery("demo", null, null, null, null, null, references, 0, 10, false);
    }
}
