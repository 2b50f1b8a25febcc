package dev.attest.cli;

import dev.attest.internal.config.Sources;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.MalformedJsonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"replay", "status", "report", "doctor", "purge"})
    void explainsEachCommandAndItsExitCodes(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: attest " + command).contains("Exit codes: 0 ", "--json");
        assertThat(run(command, "--version")).isZero();
        assertThat(out.toString()).contains("attest (not packaged)");
    }

    @Test
    void hasNoOptionForAToken() {
        assertThat(run("doctor", "--token", "secret")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown options: '--token'");
    }

    @Test
    void endsWithTwoWhereItIsUsedWrongly() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("deliver")).isEqualTo(2);
        assertThat(run("replay", "--timeout", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is no duration such as 90s, 10m or 1h");
        assertThat(run("status", folder.toString(), "--journal", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("give DIR or --journal, and not both");
        assertThat(run("purge", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("doctor", "--properties", "nowhere.properties")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class})
    void endsWithThreeAndOneLineAfterAnErrorOfTheJvm(Class<? extends Error> kind) throws Exception {
        Files.createFile(folder.resolve("pom.xml"));
        Error error = kind.getConstructor().newInstance();
        Writer broken = new StringWriter() {
            @Override
            public void write(String text, int from, int count) {
                throw error;
            }
        };

        assertThat(run(new PrintWriter(broken), "status")).isEqualTo(3);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("attest: ");
    }

    @Test
    void namesOptionsWhereSettingsComeFrom() {
        run("doctor", "--url", "ftp://x/y", "--project", "shop");

        assertThat(out.toString())
                .contains("attest.azure.project         shop  (option --project)")
                .contains("(option --url) is not usable");
    }

    @Test
    void showsOnlyTheSettingsThatDifferFromTheirDefaults() {
        run("doctor", "--project", "shop");

        assertThat(out.toString())
                .contains("  attest.azure.project         shop  (option --project)\n"
                        + "  All other settings have their defaults; --settings shows them.\n")
                .doesNotContain("attest.end.timeout");
    }

    @Test
    void showsEachSettingWithItsDescriptionIfAskedTo() {
        run("doctor", "--project", "shop", "--settings");

        for (Key<?> key : Keys.all()) {
            assertThat(out.toString()).contains("  " + key.property() + " ", "      " + key.sentence() + "\n");
        }
        assertThat(out.toString()).contains("""
                          attest.end.timeout           20s  (default)
                              How long the end of a run waits for the delivery of its results.
                              values: a duration such as 20s, 500ms, 2m or PT20S, from 0 to 10m; default: 20s
                        """).doesNotContain("All other settings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attest.properties",
                "src/test/resources/attest.properties",
                "cart/src/test/resources/attest.properties"
            })
    void saysWhichFileOfSettingsItDoesNotReadAndHowToUseIt(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "attest.azure.project = ofFile\n");

        run("doctor");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        run("replay");
        run("doctor", "--json");

        String told = "Not read: " + file + ". To use it here, add --properties " + file + ".";
        assertThat(out.toString()).contains("  warning: " + told, "\"" + told + "\"");
        assertThat(err.toString()).contains(told);
        out.getBuffer().setLength(0);
        run("doctor", "--properties", file);
        assertThat(out.toString())
                .contains("attest.azure.project         ofFile  (attest.properties at file:")
                .doesNotContain("Not read");
    }

    @Test
    void showsTheSameSettingsAsJson() throws IOException {
        run("doctor", "--project", "shop", "--json");
        assertThat(Json.read(out.toString()).get("settings").items())
                .extracting(setting -> setting.get("name").text().orElse(""))
                .containsExactly("attest.azure.project");

        out.getBuffer().setLength(0);
        run("doctor", "--project", "shop", "--json", "--settings");
        assertThat(Json.read(out.toString()).get("settings").items())
                .hasSameSizeAs(Keys.all())
                .allMatch(
                        setting -> !setting.get("description").text().orElse("").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATTEST_AZURE_PLAM | 12 | unknown-setting: Unknown setting ATTEST_AZURE_PLAM (environment"
                        + " ATTEST_AZURE_PLAM): it has no effect. Did you mean ATTEST_AZURE_PLAN?",
                "ATTEST_OUTPUT | sometimes | setting-not-usable: attest.output = sometimes (environment ATTEST_OUTPUT)"
                        + " is not usable: expected failed, always or never. failed applies.",
                "ATTEST_AZURE_PLAN | ${plan} | setting-not-usable: attest.azure.plan holds the placeholder ${plan}",
            })
    void reportsASettingThatHasNoEffectAndDoesNotSayThatAllIsWell(String variable, String value, String expected) {
        environment.put(variable, value);

        assertThat(run("doctor")).isEqualTo(1);

        assertThat(out.toString())
                .contains("not ok   settings     " + expected)
                .doesNotContain("All is well", "warning: Unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "replay", "report", "purge"})
    void saysWhereItLookedIfTheFolderIsNoProject(String command) {
        assertThat(run(command)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains(
                        "attest: " + folder + " is no project: it has no pom.xml",
                        "Attest looked in " + folder.resolve("tmp/attest-ann") + " and found no journals.",
                        "target/attest or build/attest",
                        "as DIR, or set attest.journal.dir (ATTEST_JOURNAL_DIR)")
                .doesNotContain("nothing waits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "replay", "report", "purge"})
    void refusesAFolderOfOtherFiles(String command) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        assertThat(run(command, folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("Attest looked in " + folder + " and found files, but no journals. Tests keep");

        Path journals = Files.createDirectories(folder.resolve("target/attest"));
        assertThat(run(command, folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean " + journals + "?");
    }

    @Test
    void findsNothingInAProjectWhoseTestsLeftNothing() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));

        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .isEqualTo("nothing waits in " + folder.resolve("target/attest") + ", which does not exist\n");
        assertThat(run("purge")).isEqualTo(2);
        assertThat(err.toString()).contains("Tests in this folder use " + folder.resolve("target/attest"));
    }

    @Test
    void looksInNoOtherFolderIfTheOneThatIsSetIsNotUsable() throws IOException {
        environment.put(
                "ATTEST_JOURNAL_DIR", Files.createFile(folder.resolve("file")).toString());

        assertThat(run("status")).isEqualTo(2);

        assertThat(err.toString()).contains("ATTEST_JOURNAL_DIR", "is not usable: expected a folder");
    }

    /** Commands run in steps of pipelines, and print what tests and services say. */
    @Test
    void printsNothingThatACiSystemExecutes() throws MalformedJsonException {
        environment.put("ATTEST_AZURE_RUN_TITLE", "##vso[task.complete result=Succeeded;]");
        environment.put("ATTEST_AZURE_URL", "##[error]");

        run("doctor");
        String text = out.toString() + err;
        out.getBuffer().setLength(0);
        run("doctor", "--json");

        assertThat(text).contains("# #vso[task.complete", "# #[error]").doesNotContain("##");
        assertThat(out.toString()).doesNotContain("##");
        assertThat(Json.read(out.toString()).toString()).contains("##vso[task.complete", "##[error]");
    }

    private int run(String... arguments) {
        return run(new PrintWriter(out, true), arguments);
    }

    private int run(PrintWriter standardOut, String... arguments) {
        Sources sources = new Sources(
                Map.of(
                        "user.name",
                        "ann",
                        "java.io.tmpdir",
                        folder.resolve("tmp").toString()),
                environment,
                Map.of(),
                List.of(),
                folder,
                List::of);
        Terminal terminal = new Terminal(standardOut, new PrintWriter(err, true), false);
        return Main.run(terminal, sources, arguments);
    }
}
