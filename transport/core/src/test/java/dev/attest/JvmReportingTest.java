package dev.attest;

import dev.attest.config.Settings;
import dev.attest.config.Sources;
import dev.attest.model.Outcome;
import dev.attest.model.TestDescription;
import dev.attest.model.TestId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JvmReportingTest {

    private static final TestDescription TEST =
            new TestDescription(new TestId("e", "C", "m()", ""), "C › m()", List.of());

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Notices notices = new Notices(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void doesNothingAtAllWithoutADestination() throws IOException {
        Reporting reporting = reporting(Map.of());

        assertThat(reporting.planStarted(Map.of())).isSameAs(Recorder.disabled());
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsResultsWhereOnlyAJournalIsSet() throws IOException {
        Reporting reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        run(reporting, 1);
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Attest: publishes to no service; results are kept in " + folder)
                .contains("Attest: results 1 executed, 0 published, 1 waiting, 0 refused");
        assertThat(files()).anyMatch(file -> file.endsWith("events.journal"));
    }

    @Test
    void sharesOneRunAmongThePlansOfASession() throws IOException {
        Reporting reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        run(reporting, 3);
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Attest: results 3 executed");
        assertThat(files()).filteredOn(file -> file.endsWith("events.journal")).hasSize(1);
    }

    @Test
    void remembersWhichEnginesAnAdapterSpeaksFor() {
        Reporting reporting = reporting(Map.of());

        reporting.speakFor("testng");

        assertThat(reporting.isSpokenFor("testng")).isTrue();
        assertThat(reporting.isSpokenFor("junit-jupiter")).isFalse();
    }

    @Test
    void goesOnWhileAPlanOfAnotherSessionRuns() {
        Reporting reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));
        Recorder outer = reporting.planStarted(Map.of());

        run(reporting, 1);
        reporting.sessionClosed();

        assertThat(reporting.recorder()).isSameAs(outer);
        reporting.planFinished();
        reporting.sessionClosed();
        assertThat(reporting.recorder()).isSameAs(Recorder.disabled());
    }

    @Test
    void leavesNothingBehindWhenThereWasNoTest() throws IOException {
        Reporting reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        reporting.planStarted(Map.of());
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(files()).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("executed");
    }

    @Test
    void letsTheTestsRunWhereNothingCanBeWritten() throws IOException {
        Files.createFile(folder.resolve("key"));
        Reporting reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString(), "ATTEST_RUN_SCOPE", "key"));

        assertThat(reporting.planStarted(Map.of())).isSameAs(Recorder.disabled());
        reporting.planFinished();
        reporting.sessionClosed();
    }

    private static void run(Reporting reporting, int plans) {
        for (int plan = 1; plan <= plans; plan++) {
            Recorder recorder = reporting.planStarted(Map.of());
            recorder.started("key", TEST);
            recorder.finished("key", Outcome.PASSED, null);
            reporting.planFinished();
        }
    }

    private Reporting reporting(Map<String, String> environment) {
        return new JvmReporting(
                parameters ->
                        Settings.read(new Sources(Map.of(), environment, parameters, List.of(), folder, List::of)),
                notices);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
