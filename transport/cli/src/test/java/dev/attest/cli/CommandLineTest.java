package dev.attest.cli;

import dev.attest.config.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"replay", "status", "doctor", "purge"})
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
        assertThat(err.toString()).contains("'soon' is no length of time such as 90s, 10m or 1h");
        assertThat(run("status", folder.toString(), "--journal", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("give DIR or --journal, and not both");
        assertThat(run("purge", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("doctor", "--settings", "nowhere.properties")).isEqualTo(2);
    }

    @Test
    void namesOptionsWhereSettingsComeFrom() {
        run("doctor", "--url", "ftp://x/y", "--project", "shop");

        assertThat(out.toString())
                .contains("attest.azure.project         shop  (option --project)")
                .contains("(option --url) is not usable");
    }

    private int run(String... arguments) {
        Sources sources = new Sources(Map.of(), Map.of(), Map.of(), List.of(), folder, List::of);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return Main.run(terminal, sources, arguments);
    }
}
