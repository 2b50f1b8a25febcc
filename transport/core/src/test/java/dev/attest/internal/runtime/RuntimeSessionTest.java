package dev.attest.internal.runtime;

import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.console.NoCapture;
import dev.attest.internal.console.StandardStreams;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeSessionTest {

    private static final TestDescription TEST =
            new TestDescription(new TestId("e", "C", "m()", ""), "C › m()", List.of());

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final UserConsole notices = new UserConsole(stdout, stdout);

    @Test
    void doesNothingAtAllWithoutADestination() throws IOException {
        ReportingSession reporting = reporting(Map.of());

        assertThat(reporting.planStarted(Map.of())).isSameAs(TestRecorder.disabled());
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void printsOneLineOnAMachineWithoutTheTokenOfTheProject() throws IOException {
        Map<String, String> ofProject = Map.of(
                "attest.azure.url", "https://dev.azure.com/contoso",
                "attest.azure.project", "shop");
        ReportingSession reporting = reporting(Map.of());

        assertThat(reporting.planStarted(ofProject)).isSameAs(TestRecorder.disabled());
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Attest: publishes nothing to https://dev.azure.com/contoso");
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsResultsWhereOnlyAJournalIsSet() throws IOException {
        ReportingSession reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        run(reporting, 1);
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Attest: publishes to no service; results are kept in " + folder)
                .contains("\nAttest: 1 test: 1 passed\nAttest: 1 result and 1 attachment wait in " + folder)
                .contains(", as no service is set; the next run with a service publishes them");
        assertThat(files()).anyMatch(file -> file.endsWith("events.journal"));
    }

    @Test
    void printsOnlyWhatIsNotPublishedIfItIsToBeQuiet() {
        ReportingSession reporting =
                reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString(), "ATTEST_CONSOLE", "quiet"));

        run(reporting, 1);
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8).strip().lines())
                .singleElement()
                .asString()
                .startsWith("Attest: 1 result and 1 attachment wait in " + folder);
    }

    @Test
    void printsNothingOnAMachineWithoutTheTokenOfTheProjectIfItIsToBeQuiet() {
        Map<String, String> ofProject = Map.of(
                "attest.azure.url", "https://dev.azure.com/contoso",
                "attest.azure.project", "shop",
                "attest.console", "quiet");
        ReportingSession reporting = reporting(Map.of());

        reporting.planStarted(ofProject);
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void sharesOneRunAmongThePlansOfASession() throws IOException {
        ReportingSession reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        run(reporting, 3);
        reporting.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Attest: 1 test in 3 attempts: 1 passed\n");
        assertThat(files()).filteredOn(file -> file.endsWith("events.journal")).hasSize(1);
    }

    @Test
    void remembersWhichEnginesAnAdapterSpeaksFor() {
        ReportingSession reporting = reporting(Map.of());

        reporting.claimEngine("testng");

        assertThat(reporting.isEngineClaimed("testng")).isTrue();
        assertThat(reporting.isEngineClaimed("junit-jupiter")).isFalse();
    }

    @Test
    void goesOnWhileAPlanOfAnotherSessionRuns() {
        ReportingSession reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));
        TestRecorder outer = reporting.planStarted(Map.of());

        run(reporting, 1);
        reporting.sessionClosed();

        assertThat(reporting.recorder()).isSameAs(outer);
        reporting.planFinished();
        reporting.sessionClosed();
        assertThat(reporting.recorder()).isSameAs(TestRecorder.disabled());
    }

    /** A test may have replaced them. */
    @Test
    void leavesTheStreamsAloneWhenASessionIsOpenedInAPlan() {
        AtomicInteger replaced = new AtomicInteger();
        ReportingSession reporting =
                reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()), NoCapture.counting(replaced));
        reporting.planStarted(Map.of());
        int before = replaced.get();

        reporting.sessionOpened();
        reporting.sessionClosed();

        assertThat(replaced).hasValue(before);
        reporting.planFinished();
        reporting.sessionClosed();
    }

    @Test
    void leavesNothingBehindWhenThereWasNoTest() throws IOException {
        ReportingSession reporting = reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString()));

        reporting.planStarted(Map.of());
        reporting.planFinished();
        reporting.sessionClosed();

        assertThat(files()).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("tests");
    }

    @Test
    void letsTheTestsRunWhereNothingCanBeWritten() throws IOException {
        Files.createFile(folder.resolve("key"));
        ReportingSession reporting =
                reporting(Map.of("ATTEST_JOURNAL_DIR", folder.toString(), "ATTEST_RUN_SCOPE", "key"));

        assertThat(reporting.planStarted(Map.of())).isSameAs(TestRecorder.disabled());
        reporting.planFinished();
        reporting.sessionClosed();
    }

    private static void run(ReportingSession reporting, int plans) {
        for (int plan = 1; plan <= plans; plan++) {
            TestRecorder recorder = reporting.planStarted(Map.of());
            recorder.started("key", TEST);
            recorder.finished("key", Outcome.PASSED, null);
            reporting.planFinished();
        }
    }

    private ReportingSession reporting(Map<String, String> environment) {
        return reporting(environment, NoCapture.streams());
    }

    private ReportingSession reporting(Map<String, String> environment, StandardStreams streams) {
        return new RuntimeSession(
                parameters ->
                        Settings.read(new Sources(Map.of(), environment, parameters, List.of(), folder, List::of)),
                notices,
                sink -> streams);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
