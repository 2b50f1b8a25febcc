package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadServiceIT {

    @TempDir
    Path folder;

    @Test
    void keepsEverythingOnDiskWhenTheServiceIsDeadAndDeliversItWithTheNextRun() throws Exception {
        try (Service service = Service.start()) {
            service.stop();

            ChildJvm.Ended first =
                    child(service).option("-Dattest.end.timeout=2s").run(Suites.Small.class);

            assertThat(first.out()).contains("ran 3, passed 2, failed 1");
            assertThat(first.lastLine()).isEqualTo("Attest: 3 tests: 2 passed, 1 failed");
            assertThat(first.notPublished())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 3 results and 4 attachments wait: "))
                    .anyMatch(line -> line.startsWith("Attest: waiting items are in " + folder));
            assertThat(first.warnings()).as(first.err()).isEqualTo(1);
            service.restart();
            ChildJvm.Ended second = child(service).run(Suites.Small.class);
            assertThat(second.out())
                    .contains("delivered what an earlier run had left behind: 3 results and 4 attachments");
            assertTwoWholeRuns(service);
        }
    }

    @Test
    void deliversTheRestWithTheNextRunWhenTheServiceDiesInMidSuite() throws Exception {
        try (Service service = Service.start()) {
            Path ledger = folder.resolve("ledger");
            Process endless = child(service)
                    .option("-Dledger=" + ledger)
                    .option("-Dattest.end.timeout=1s")
                    .start(Suites.Endless.class);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.view().runs().size() == 1);
            service.stop();
            long promised = Files.readAllLines(ledger).size();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readAllLines(ledger).size() > promised + 20);
            endless.destroyForcibly().waitFor();

            service.restart();
            ChildJvm.Ended next = child(service).run(Suites.Small.class);

            assertThat(next.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(next.notPublished()).isEmpty();
            int last = Files.readAllLines(ledger).size() - 1;
            assertThat(service.view().results(1))
                    .extracting(ServiceView.Result::title)
                    .doesNotHaveDuplicates()
                    .containsAll(IntStream.rangeClosed(1, last)
                            .mapToObj(number -> "Endless › tests() › test " + number)
                            .toList());
        }
    }

    @Test
    void sendsNothingTwiceWhenTheServiceDiesAfterTheSuite() throws Exception {
        try (Service service = Service.start()) {
            child(service).run(Suites.Small.class);
            service.stop();
            child(service).option("-Dattest.end.timeout=1s").run(Suites.Small.class);
            service.restart();

            child(service).run(Suites.Small.class);

            assertThat(service.view().runs()).hasSize(3);
            service.view().runs().forEach(run -> assertWhole(service, run));
        }
    }

    private static void assertTwoWholeRuns(Service service) {
        assertThat(service.view().runs()).hasSize(2);
        service.view().runs().forEach(run -> assertWhole(service, run));
    }

    private static void assertWhole(Service service, ServiceView.Run run) {
        assertThat(run.state()).isIn("Completed", "NeedsInvestigation");
        assertThat(service.view().results(run.id()))
                .extracting(ServiceView.Result::title)
                .containsExactlyInAnyOrder("Small › first()", "Small › second()", "Small › third()");
        assertThat(service.view().results(run.id()))
                .allSatisfy(result -> assertThat(service.view().attachments(run.id(), result.id()))
                        .hasSize(1));
    }

    @Test
    void deletesWhatItHasDelivered() throws Exception {
        try (Service service = Service.start()) {
            child(service).run(Suites.Small.class);

            try (Stream<Path> files = Files.walk(folder.resolve("journal"))) {
                assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("attest-summary.md"));
            }
        }
    }

    private ChildJvm child(Service service) {
        return new ChildJvm(folder, service.environment(folder.resolve("journal")));
    }
}
