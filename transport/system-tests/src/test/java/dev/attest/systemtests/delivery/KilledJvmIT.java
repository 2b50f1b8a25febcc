package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Isolated("it loads the machine")
class KilledJvmIT {

    /** Named by a failing assertion. */
    private static final long SEED = new Random().nextLong();

    private static final int KILLS = Soak.choose("soak.kills", 12, 500);

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        Random moments = new Random(SEED);
        try (Service service = Service.start()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                Path ledger = folder.resolve("ledger-" + kill);
                killInMidSuite(service, ledger, moments.nextInt(400));
            }
            ChildJvm.Ended next = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .option("-Dattest.end.timeout=10m")
                    .within(Duration.ofMinutes(12))
                    .run(Suites.Small.class);

            assertThat(next.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(next.notPublished()).isEmpty();
            List<ServiceView.Run> runs = service.view().runs();
            assertThat(runs).as("seed %d", SEED).hasSize(KILLS + 1);
            for (ServiceView.Run run : runs) {
                if (run.name().startsWith("ledger")) {
                    assertComplete(service, run, folder.resolve(run.name()));
                }
            }
        }
    }

    private void killInMidSuite(Service service, Path ledger, int afterMillis)
            throws IOException, InterruptedException {
        Process process = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                .option("-Dledger=" + ledger)
                .option("-Dattest.azure.run.title=" + ledger.getFileName())
                .start(Suites.Endless.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ledger) || !process.isAlive());
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            throw new IOException("the suite ended by itself: " + Files.readString(folder.resolve("err.txt")));
        }
        process.destroyForcibly().waitFor();
    }

    private static void assertComplete(Service service, ServiceView.Run run, Path ledger) throws IOException {
        int promised = Files.readAllLines(ledger).stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        List<ServiceView.Result> results = service.view().results(run.id());

        assertThat(results)
                .as("titles of run %d, seed %d", run.id(), SEED)
                .extracting(ServiceView.Result::title)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.rangeClosed(1, promised)
                        .mapToObj(number -> "Endless › tests() › test " + number)
                        .toList());
        assertThat(run.state()).isEqualTo("Aborted");
        // Each seventh test attached a file; a tenth of them is looked at, for each look is a request.
        results.stream()
                .filter(result -> numberOf(result) % 70 == 0 && numberOf(result) <= promised)
                .forEach(result -> assertThat(service.view().attachments(run.id(), result.id()))
                        .extracting(ServiceView.Attachment::fileName)
                        .containsExactly("file " + numberOf(result)));
    }

    private static int numberOf(ServiceView.Result result) {
        return Integer.parseInt(result.title().replaceAll(".* ", ""));
    }
}
