package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that takes its time is not dead. */
@Execution(ExecutionMode.CONCURRENT)
class SlowServiceIT {

    @TempDir
    Path folder;

    /** Five replies are needed: for the versions, the run, its rows, their files and the end. */
    @ParameterizedTest
    @CsvSource({"2500ms, 20s", "10s, 60s"})
    void getsAllOfAShortSuiteWithinTheTimeOfTheEnd(String delay, String endTimeout) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().add("* *: delay=" + delay);

            ChildJvm.Ended child = run(service, endTimeout);

            service.standIn().faults().clear();
            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 3 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            assertWhole(service, 1);
        }
    }

    @Test
    void losesAndDoublesNothingIfTheTimeIsTooShort() throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().add("* *: delay=10s");
            ChildJvm.Ended first = run(service, "15s");
            assertThat(first.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(first.notPublished()).isNotEmpty();
            service.standIn().faults().clear();

            run(service, "60s");

            assertWhole(service, 2);
        }
    }

    /** As a service does before it throttles a client. */
    @ParameterizedTest
    @CsvSource({"POST */runs, 1", "POST */results, 1", "POST */attachments, 2", "PATCH */runs/{run}, 1"})
    void waitsForAReplyThatIsLate(String request, int nth) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().add(request + ": nth=" + nth + " delay=30s");
            run(service, "5s");

            run(service, "60s");

            assertWhole(service, 2);
        }
    }

    private ChildJvm.Ended run(Service service, String endTimeout) throws Exception {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_END_TIMEOUT", endTimeout);
        return new ChildJvm(folder, environment).within(Duration.ofMinutes(3)).run(Suites.Small.class);
    }

    private static void assertWhole(Service service, int runs) {
        assertThat(service.view().runs()).hasSize(runs).allSatisfy(run -> {
            assertThat(run.state()).isIn("Completed", "NeedsInvestigation");
            assertThat(service.view().results(run.id()))
                    .extracting(ServiceView.Result::title)
                    .containsExactlyInAnyOrder("Small › first()", "Small › second()", "Small › third()");
            assertThat(service.view().results(run.id()))
                    .allSatisfy(result -> assertThat(service.view().attachments(run.id(), result.id()))
                            .hasSize(1));
        });
    }
}
