package dev.attest.systemtests.delivery;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight JVMs of one run and one that delivers what others left, each started and killed at random, in one folder. */
@Isolated("it loads the machine")
class CrowdIT {

    private static final int SECONDS = Soak.choose("soak.seconds", 15, 120);
    private static final long SEED = new Random().nextLong();
    private static final int JVMS = 8;
    private static final int REPLAY = JVMS;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final AtomicInteger names = new AtomicInteger();

    @Test
    void hasEachResultOnceInOneRunWhoeverDied() throws Exception {
        try (Service service = Service.start()) {
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            Process[] alive = new Process[JVMS + 1];
            while (System.nanoTime() < end) {
                int which = random.nextInt(alive.length);
                Process process = alive[which];
                if (process == null || !process.isAlive()) {
                    alive[which] = start(service, which, 20 + random.nextInt(600), "60s");
                } else if (random.nextInt(4) == 0) {
                    process.destroyForcibly().waitFor();
                } else {
                    process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
                }
            }
            for (Process process : alive) {
                if (process != null) {
                    process.destroyForcibly().waitFor();
                }
            }
            List<String> promised = promised();

            assertThat(start(service, 0, 1, "10m").waitFor()).isZero();

            assertThat(service.view().runs())
                    .as("seed %d", SEED)
                    .extracting(ServiceView.Run::name, ServiceView.Run::state)
                    .hasSize(1);
            assertThat(service.results())
                    .as("seed %d, of %d JVMs", SEED, names.get())
                    .extracting(ServiceView.Result::title)
                    .doesNotHaveDuplicates()
                    .containsAll(promised);
            assertNothingWaits();
            System.out.printf("crowd: %d results of %d JVMs%n", promised.size(), names.get());
        }
    }

    /** @param end how long it may take to deliver what others left: each of them costs a look at all rows of the run */
    private Process start(Service service, int which, int tests, String end) throws IOException {
        String name = "jvm" + names.incrementAndGet();
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_RUN_SCOPE", which == REPLAY ? "replay" : "crowd");
        environment.put("ATTEST_AZURE_RUN_TITLE", "crowd");
        environment.put("ATTEST_END_TIMEOUT", end);
        return new ChildJvm(Files.createDirectory(folder.resolve(name)), environment)
                .main(CrowdMain.class, ChildJvm.withoutStandIn())
                .start(List.of(name, which == REPLAY ? "0" : String.valueOf(tests)));
    }

    private List<String> promised() throws IOException {
        List<String> promised = new ArrayList<>();
        for (int number = 1; number <= names.get(); number++) {
            try (Stream<String> lines =
                    Files.lines(folder.resolve("jvm" + number).resolve("out.txt"))) {
                lines.filter(line -> line.matches("jvm\\d+-\\d+")).forEach(promised::add);
            }
        }
        return promised;
    }

    private void assertNothingWaits() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("journal"))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("events.journal");
        }
    }
}
