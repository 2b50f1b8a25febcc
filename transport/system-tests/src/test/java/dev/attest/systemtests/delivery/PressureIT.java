package dev.attest.systemtests.delivery;

import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that has too much to do. */
@Execution(ExecutionMode.CONCURRENT)
class PressureIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"retry-after=2", "retry-after=date:3s", "header=X-RateLimit-Delay:2"})
    void leavesABusyServiceAloneAsLongAsItAsks(String asked) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().add("POST */results: nth=1 status=429 " + asked);

            publishesAll(service);

            List<Instant> tries = tries(service, 429);
            assertThat(Duration.between(tries.get(0), tries.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(1900));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-after=text:soon", "retry-after=text:-5", "retry-after=text:1e3"})
    void triesAgainSoonWhereWhatIsAskedMakesNoSense(String asked) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().add("POST */results: nth=1 status=429 " + asked);

            publishesAll(service);

            assertThat(tries(service, 429)).hasSizeGreaterThan(1);
        }
    }

    private void publishesAll(Service service) throws Exception {
        ChildJvm.Ended child =
                new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Small.class);

        assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 3 tests: ");
        assertThat(child.notPublished()).as(child.err()).isEmpty();
        assertThat(service.results()).hasSize(3);
    }

    /** Returns when results were sent, from the first that met that status on. */
    private static List<Instant> tries(Service service, int status) {
        List<RecordedRequest> sent = service.standIn().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.path().contains("/results?"))
                .toList();
        assertThat(sent.get(0).status()).isEqualTo(status);
        return sent.stream().map(RecordedRequest::at).toList();
    }
}
