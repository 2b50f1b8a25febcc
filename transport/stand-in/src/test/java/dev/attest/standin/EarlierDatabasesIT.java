package dev.attest.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A data folder of an earlier version, with a row in each table that has any. It is made from a folder of this version:
 * the tables of that version get the columns that both have.
 */
class EarlierDatabasesIT {

    private static final List<String> SHOWN = List.of(
            "/",
            "/runs/2",
            "/runs/2?search=expected",
            "/runs/2?by=class",
            "/runs/2/results/100000",
            "/runs/2/pictures",
            "/runs/2/timeline",
            "/runs/2/compare/1",
            "/tests/1");

    private static final List<String> ANSWERED = List.of(
            "runs",
            "runs/2",
            "runs/2/results",
            "runs/2/results/100000?detailsToInclude=SubResults",
            "runs/2/results/100000/attachments",
            "runs/2/statistics");

    /** What a page says of its own time. */
    private static final Pattern NOW = Pattern.compile("data-version=\"[^\"]*\"|(just now|[^<>]* ago)</time>");

    /** The folder of this version. */
    @TempDir
    static Path now;

    private static Map<String, String> before;

    @BeforeAll
    static void publishTwoRuns() {
        try (var server = start(now)) {
            publish(server);
            publish(server);
            before = shown(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "46", "48", "49", "50", "51", "52"})
    void areShownAsBefore(String version, @TempDir Path earlier) throws Exception {
        copyFiles(now, earlier);
        migrate(earlier, version);
        copyRows(now, earlier);

        try (var server = start(earlier)) {
            assertThat(shown(server)).isEqualTo(before);

            assertThat(publish(server)).isEqualTo(3);
            assertThat(Client.page(server, "/runs/3/pictures").text()).contains("shot.png");
        }
    }

    private static StandIn start(Path data) {
        return StandIn.start(StandInOptions.defaults().withData(data).withToken("token"));
    }

    private static int publish(StandIn server) {
        var client = Client.of(server);
        var run = new SampleRuns(client).publish();
        client.patch("runs/" + run, "{'state':'Completed'}");
        return run;
    }

    private static Map<String, String> shown(StandIn server) {
        var authority = server.url().getAuthority();
        Map<String, String> shown = new LinkedHashMap<>();
        for (var path : SHOWN) {
            var reply = Client.page(server, path);
            var text = NOW.matcher(reply.text()).replaceAll("");
            shown.put(path, reply.status() + " " + text.replace(authority, "service"));
        }
        for (var path : ANSWERED) {
            var reply = Client.of(server).get(path);
            shown.put(path, reply.status() + " " + reply.text().replace(authority, "service"));
        }
        return shown;
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                if (!file.equals(from) && !file.getFileName().toString().endsWith(".db")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("stand-in").toAbsolutePath();
    }

    private static void migrate(Path data, String version) {
        Flyway.configure()
                .dataSource(url(data), "sa", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void copyRows(Path from, Path to) throws SQLException {
        try (var source = DriverManager.getConnection(url(from), "sa", "");
                var target = DriverManager.getConnection(url(to), "sa", "")) {
            execute(target, "set referential_integrity false");
            for (var table :
                    names(target, "tables", "table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")) {
                copyRows(source, target, table);
            }
            execute(target, "set referential_integrity true");
        }
    }

    private static void copyRows(Connection source, Connection target, String table) throws SQLException {
        var ofTable = "table_name = '" + table + "'";
        var columns = names(target, "columns", ofTable);
        columns.retainAll(names(source, "columns", ofTable));
        if (columns.isEmpty()) {
            return;
        }
        var names = String.join(",", columns);
        execute(target, "delete from " + table);
        var marks = "?" + ",?".repeat(columns.size() - 1);
        try (var rows = source.createStatement().executeQuery("select " + names + " from " + table);
                var insert =
                        target.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
            while (rows.next()) {
                for (var column = 1; column <= columns.size(); column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.executeUpdate();
            }
        }
        for (var id : names(target, "columns", ofTable + " and is_identity = 'YES'")) {
            execute(
                    target,
                    "alter table " + table + " alter column " + id + " restart with (select coalesce(max(" + id
                            + "), 0) + 1 from " + table + ")");
        }
    }

    /** Returns the names of the tables, or of the columns of a table, in their order. */
    private static List<String> names(Connection database, String kind, String which) throws SQLException {
        var name = kind.equals("tables") ? "table_name" : "column_name";
        List<String> names = new ArrayList<>();
        try (var rows = database.createStatement()
                .executeQuery("select " + name + " from information_schema." + kind
                        + " where table_schema = 'PUBLIC' and " + which)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
