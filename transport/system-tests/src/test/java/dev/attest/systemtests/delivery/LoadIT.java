package dev.attest.systemtests.delivery;

import dev.attest.standin.StandInOptions;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Large runs with little heap, slow services and long outages. What they take is printed, and all of it arrives. */
@Isolated("it loads the machine")
class LoadIT {

    private static final int MOST = Soak.choose("soak.results", 0, 100_000);
    private static final Map<String, String> PATIENT = Map.of("ATTEST_END_TIMEOUT", "10m");

    @TempDir
    Path folder;

    @BeforeAll
    static void isForThoseWhoSoak() {
        assumeTrue(MOST > 0, "results, with -Psoak");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void arrivesByDefaultSettingsAtASlowService(int latency) throws Exception {
        StandInOptions slow = StandInOptions.defaults().withLatency(Duration.ofMillis(latency));
        try (Service service = Service.start(slow)) {
            publish(service, 4062, 5000, Map.of());
        }
    }

    @Test
    void arrivesAfterAnOutageOfAMinute() throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().outage(Duration.ofSeconds(60));

            publish(service, 10_000, 6500, PATIENT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3, 1})
    void arrivesFromAHeapOf96Megabytes(int part) throws Exception {
        try (Service service = Service.start()) {
            publish(service, MOST / part, 0, PATIENT);
        }
    }

    private void publish(Service service, int tests, int micros, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.putAll(settings);
        Process child = new ChildJvm(folder, environment)
                .option("-Xmx96m")
                .option("-XX:+UseSerialGC")
                .main(LoadMain.class, ChildJvm.withoutStandIn())
                .start(List.of(String.valueOf(tests), String.valueOf(micros)));

        assertThat(child.waitFor()).isZero();
        String out = Files.readString(folder.resolve("out.txt"));
        assertThat(out).contains("Attest: " + tests + " tests: ").doesNotContain(" wait: ", "refused", " lost ");
        assertThat(service.view().runs())
                .extracting(ServiceView.Run::state, ServiceView.Run::totalTests)
                .containsExactly(tuple("Completed", tests));
        out.lines().filter(line -> line.startsWith("load: ")).forEach(System.out::println);
    }
}
