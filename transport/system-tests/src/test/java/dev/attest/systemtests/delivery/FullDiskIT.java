package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A JVM whose files may not grow beyond so many KiB, or that may write nowhere: its tests and its results do not
 * suffer.
 */
class FullDiskIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void publishesWhatTheDiskDidNotTake(int most) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = withFilesUpTo(most, service).run(Suites.Small.class);

            assertThat(child.exitCode()).isZero();
            assertThat(child.out()).as(child.err()).contains("ran 3, passed 2, failed 1");
            assertThat(child.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.results()).hasSize(3);
            assertThat(service.results())
                    .flatExtracting(result -> service.view().attachments(1, result.id()))
                    .hasSize(3);
            assertNothingWaits();
        }
    }

    @Test
    void publishesTenThousandTestsOfWhichTheDiskTookAFew() throws Exception {
        assumeTrue(Soak.isOn(), "run with -Psoak");
        try (Service service = Service.start()) {
            ChildJvm.Ended child = withFilesUpTo(64, service).run(Suites.TenThousand.class);

            assertThat(child.lastLine()).startsWith("Attest: 10000 tests: ");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.results()).extracting(ServiceView.Result::title).doesNotHaveDuplicates();
            assertThat(service.results()).hasSize(10_000);
        }
    }

    @Test
    void countsAFileThatNeitherTheDiskNorAQuarterOfTheHeapTakes() throws Exception {
        Path file = Files.write(folder.resolve("large.bin"), new byte[20_000_000]);
        try (Service service = Service.start()) {
            ChildJvm.Ended child = withFilesUpTo(16, service)
                    .option("-Xmx64m")
                    .option("-Dfile=" + file)
                    .run(Suites.AttachesAFile.class);

            assertThat(child.out()).contains("ran 1, passed 1, failed 0");
            assertThat(child.lastLine()).startsWith("Attest: 1 test: 1 passed");
            assertThat(child.notPublished()).containsExactly("Attest: 1 attachment is lost (see the warning above)");
            assertThat(child.warnings()).as(child.err()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file/journal", "a file/build/attest"})
    void publishesFromMemoryWhereNoJournalCanBe(String journal) throws Exception {
        Files.createFile(folder.resolve("a file"));
        try (Service service = Service.start()) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve(journal))).run(Suites.Small.class);

            assertThat(child.exitCode()).isZero();
            assertThat(child.out()).contains("ran 3, passed 2, failed 1");
            assertThat(child.warnings()).as(child.err()).isEqualTo(1);
            assertThat(child.err()).containsOnlyOnce("Set attest.journal.dir");
            assertThat(child.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        }
    }

    /** The JVM would keep its counters in a file too. */
    private ChildJvm withFilesUpTo(int kibibytes, Service service) {
        return new ChildJvm(folder, service.environment(folder.resolve("journal")))
                .after("ulimit -f " + kibibytes)
                .option("-XX:-UsePerfData");
    }

    private void assertNothingWaits() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("journal"))) {
            assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("attest-summary.md"));
        }
    }
}
