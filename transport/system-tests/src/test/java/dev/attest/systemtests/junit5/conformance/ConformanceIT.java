package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.systemtests.JUnitVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Ledger;
import dev.attest.testkit.LedgerFile;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junitpioneer.jupiter.RetryingTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service has is what really happened, on the oldest and on the newest JUnit. */
@Execution(ExecutionMode.CONCURRENT)
class ConformanceIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"V5_8", "V6"})
    void publishesWhatReallyHappened(JUnitVersion version) throws Exception {
        try (Service service = Service.start()) {
            Path ledger = folder.resolve("ledger.txt");

            String classPath =
                    version.classPath(folder, Fixture.class, ConformanceMain.class, Ledger.class, RetryingTest.class);

            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(ConformanceMain.class, classPath)
                    .option("-D" + Ledger.FILE + "=" + ledger)
                    // What the extension adds where it is detected is told by a fixture of its own.
                    .option("-Djunit.jupiter.extensions.autodetection.enabled=false")
                    .run(Fixtures.of(version).toArray(Class<?>[]::new));

            LedgerFile happened = LedgerFile.read(ledger);
            assertThat(happened.differenceTo(new PublishedRows(service.view())))
                    .as(
                            "what happened (-) and what was published (+) on JUnit %s; the JVM said%n%s",
                            version, child.err())
                    .isEmpty();
            assertThat(child.out()).as("what JUnit counted").contains(happened.counts() + System.lineSeparator());
            assertThat(service.results())
                    .as("names by which the service keeps the history")
                    .extracting(ServiceView.Result::storage, ServiceView.Result::name)
                    .doesNotHaveDuplicates();
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        }
    }
}
