package dev.attest.systemtests.cli;

import dev.attest.internal.journal.JournalInspector;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** More journals wait than a process may have files open: a token expired, and the folder of the journals is kept. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell sets the limit of open files")
class ManyJournalsIT {

    private static final int JOURNALS = Soak.choose("soak.journals", 300, 5000);
    private static final String FEW_FILES = "ulimit -n 256";

    @TempDir
    Path folder;

    private Path journals;

    @BeforeEach
    void nameJournals() {
        journals = folder.resolve("target/attest");
    }

    @Test
    void deliversAllByOneReplay() throws Exception {
        for (int i = 1; i <= JOURNALS; i++) {
            TestJvm.ended(journals, "build-" + i, "test " + i);
        }
        try (Service service = Service.start()) {
            CommandRun.Ended replay = new CommandRun(folder)
                    .with(service.environment())
                    .after(FEW_FILES)
                    .heap("48m")
                    .within(Duration.ofMinutes(15))
                    .run("replay", "--timeout", "15m", journals.toString());

            assertThat(replay.err()).doesNotContain("warning");
            assertThat(replay.exitCode()).as(replay.out()).isZero();
            assertThat(replay.out().lines().filter(line -> line.startsWith("delivered 1 result and 1 attachment")))
                    .hasSize(JOURNALS);
            assertThat(journals).isEmptyDirectory();
        }
    }

    @Test
    void saysOnceThatAllWaitForTheSameReason() throws Exception {
        for (int i = 1; i <= 20; i++) {
            TestJvm.ended(journals, "build-" + i, "test " + i);
        }
        try (Service service = Service.start()) {
            CommandRun.Ended replay = new CommandRun(folder)
                    .with(service.environment())
                    .with("ATTEST_AZURE_TOKEN", "of-last-year")
                    .run("replay", journals.toString());

            assertThat(replay.exitCode()).isOne();
            assertThat(replay.out())
                    .containsOnlyOnce("waiting   20 results and 20 attachments  20 journals in " + journals)
                    .containsOnlyOnce("because:");
            assertThat(waiting()).isEqualTo(20);
        }
    }

    @Test
    void leavesTestsAsTheyAre() throws Exception {
        for (int i = 1; i <= JOURNALS; i++) {
            TestJvm.ended(journals, "build-" + i, "test " + i);
        }
        try (Service service = Service.start()) {
            for (String token : List.of("of-last-year", service.standIn().token())) {
                Map<String, String> environment = new HashMap<>(service.environment());
                environment.put("ATTEST_AZURE_TOKEN", token);
                environment.put("ATTEST_JOURNAL_DIR", journals.toString());

                ChildJvm.Ended jvm =
                        new ChildJvm(folder, environment).after(FEW_FILES).run(Suites.ManyFiles.class);

                assertThat(jvm.out()).as(jvm.err()).contains("ran 3, passed 3, failed 0");
                assertThat(jvm.warnings()).as(jvm.err()).isLessThanOrEqualTo(2);
            }
            assertThat(waiting()).isZero();
        }
    }

    private long waiting() throws IOException {
        return JournalInspector.inspect(journals).stream()
                .mapToLong(run -> run.journals().size())
                .sum();
    }
}
