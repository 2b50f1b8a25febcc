package dev.attest.systemtests.testng;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Ledger;
import dev.attest.testkit.LedgerFile;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where tests run in parallel and are tried again, each has one result, and each attempt what it attached itself. */
class ParallelRetriesIT {

    private static final int TESTS = 5 * FlakyShop.TESTS_OF_A_CLASS;

    @TempDir
    Path folder;

    @Test
    void keepsFiveHundredTestsAndTheirAttemptsApart() throws Exception {
        try (Service service = Service.start()) {
            Path ledger = folder.resolve("ledger.txt");

            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(FlakyShopMain.class, ChildJvm.withoutStandIn())
                    .option("-Dattest.end.timeout=90s")
                    .option("-D" + Ledger.FILE + "=" + ledger)
                    .run();

            assertThat(service.view().runs())
                    .as(child.err())
                    .extracting(ServiceView.Run::state)
                    .containsExactly("Completed");
            List<ServiceView.Result> results = service.results();
            assertThat(results)
                    .extracting(ServiceView.Result::title)
                    .hasSize(TESTS)
                    .doesNotHaveDuplicates();
            assertThat(results).extracting(ServiceView.Result::outcome).containsOnly("Passed");
            assertThat(results)
                    .extracting(ParallelRetriesIT::outcomesOfAttempts)
                    .filteredOn(outcomes -> !outcomes.isEmpty())
                    .hasSize(TESTS / 5)
                    .containsOnly(List.of("Failed", "Failed", "Passed"));
            assertThat(LedgerFile.read(ledger).differenceTo(new PublishedRows(service.view())))
                    .as("what happened (-) and what was published (+), files and all")
                    .isEmpty();
        }
    }

    private static List<String> outcomesOfAttempts(ServiceView.Result result) {
        return result.attempts().stream().map(ServiceView.Attempt::outcome).toList();
    }
}
