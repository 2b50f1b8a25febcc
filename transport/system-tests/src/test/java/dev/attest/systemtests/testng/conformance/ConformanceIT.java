package dev.attest.systemtests.testng.conformance;

import dev.attest.systemtests.TestNgVersion;
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

import static org.assertj.core.api.Assertions.assertThat;

/** What the service has is what really happened, on the oldest and on the newest TestNG. */
@Execution(ExecutionMode.CONCURRENT)
class ConformanceIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"V7_5", "V7_12"})
    void publishesWhatReallyHappened(TestNgVersion version) throws Exception {
        try (Service service = Service.start()) {
            Path ledger = folder.resolve("ledger.txt");

            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(ConformanceMain.class, version.inPlaceOfOurs())
                    .option("-Dattest.end.timeout=90s")
                    .option("-D" + Ledger.FILE + "=" + ledger)
                    .run(Fixtures.all().toArray(Class<?>[]::new));

            assertThat(ledger).as(child.err()).exists();
            LedgerFile happened = LedgerFile.read(ledger);
            assertThat(happened.differenceTo(new PublishedRows(service.view())))
                    .as(
                            "what happened (-) and what was published (+) on TestNG %s; the JVM said%n%s",
                            version, child.err())
                    .isEmpty();
            assertThat(child.out()).as("what TestNG counted").contains(happened.counts() + System.lineSeparator());
            assertThat(service.results())
                    .as("names by which the service keeps the history")
                    .extracting(ServiceView.Result::storage, ServiceView.Result::name)
                    .doesNotHaveDuplicates();
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        }
    }
}
