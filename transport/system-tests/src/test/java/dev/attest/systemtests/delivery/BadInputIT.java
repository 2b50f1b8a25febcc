package dev.attest.systemtests.delivery;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.rules.SignIn;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is wrong: one message that names what to change, the tests as they are, and all of it there in the end. */
@Execution(ExecutionMode.CONCURRENT)
class BadInputIT {

    @TempDir
    Path folder;

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of("attest.azure.url", Map.of("ATTEST_AZURE_URL", "no address")),
                Arguments.of("attest.azure.project", Map.of("ATTEST_AZURE_PROJECT", "nowhere")),
                Arguments.of("attest.azure.token", Map.of("ATTEST_AZURE_TOKEN", "expired-token")),
                Arguments.of("attest.azure.token", Map.of("ATTEST_AZURE_TOKEN", "")));
    }

    @ParameterizedTest
    @MethodSource
    void wrongSettings(String named, Map<String, String> wrong) throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(journal()));
            environment.putAll(wrong);

            ChildJvm.Ended first = new ChildJvm(folder, environment).run(Suites.Small.class);

            assertOneMessage(first, named);
            assertEverythingArrives(service);
        }
    }

    @Test
    void wrongHost() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(journal()));
            environment.put("ATTEST_AZURE_URL", "http://no-such-host.invalid/DefaultCollection");
            environment.put("ATTEST_END_TIMEOUT", "4s");

            ChildJvm.Ended first = new ChildJvm(folder, environment).run(Suites.Small.class);

            assertOneMessage(first, "attest.azure.url");
            assertEverythingArrives(service);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "REDIRECT", "PAGE"})
    void badTokenInEachFormOfTurningAway(SignIn form) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().turningAway(form))) {
            Map<String, String> environment = new HashMap<>(service.environment(journal()));
            environment.put("ATTEST_AZURE_TOKEN", "expired-token");

            ChildJvm.Ended first = new ChildJvm(folder, environment).run(Suites.Small.class);

            assertOneMessage(first, "attest.azure.token");
            assertThat(first.out() + first.err()).doesNotContain("expired-token");
            assertEverythingArrives(service);
        }
    }

    @Test
    void unknownBuild() throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().withBuilds(7))) {
            Map<String, String> environment = new HashMap<>(service.environment(journal()));
            environment.put("BUILD_BUILDID", "42");

            ChildJvm.Ended ended = new ChildJvm(folder, environment).run(Suites.Small.class);

            assertThat(ended.out()).contains("without build 42, which BUILD_BUILDID names", "Tests tab");
            assertThat(ended.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(ended.notPublished()).isEmpty();
        }
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                arguments(
                        "HTML", faults -> faults.on("*", "").always().answer(200, "<html><body>Welcome</body></html>")),
                arguments(
                        "truncated JSON", faults -> faults.on("*", "").always().truncateJson()),
                arguments(
                        "500 with no body",
                        faults -> faults.on("POST", "").always().answer(500, "")));
    }

    private static Arguments arguments(String name, Consumer<Faults> faults) {
        return Arguments.of(name, faults);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nonsense(String name, Consumer<Faults> faults) throws Exception {
        try (Service service = Service.start()) {
            faults.accept(service.standIn().faults());
            Map<String, String> environment = new HashMap<>(service.environment(journal()));
            environment.put("ATTEST_END_TIMEOUT", "6s");

            ChildJvm.Ended first = new ChildJvm(folder, environment).run(Suites.Small.class);

            service.standIn().faults().clear();
            assertOneMessage(first, "attest.azure.");
            assertEverythingArrives(service);
        }
    }

    private static void assertOneMessage(ChildJvm.Ended ended, String named) {
        assertThat(ended.out()).contains("ran 3, passed 2, failed 1");
        assertThat(ended.warnings()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains(named);
        assertThat(ended.lastLine()).isEqualTo("Attest: 3 tests: 2 passed, 1 failed");
        assertThat(ended.notPublished())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 3 results and 4 attachments wait: "));
    }

    private void assertEverythingArrives(Service service) throws Exception {
        ChildJvm.Ended next = new ChildJvm(folder, service.environment(journal())).run(Suites.Small.class);

        assertThat(next.warnings()).as(next.err()).isZero();
        assertThat(next.out()).contains("delivered what an earlier run had left behind: 3 results and 4 attachments");
        assertThat(service.view().runs())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.totalTests()).isEqualTo(3));
    }

    private Path journal() {
        return folder.resolve("journal");
    }
}
