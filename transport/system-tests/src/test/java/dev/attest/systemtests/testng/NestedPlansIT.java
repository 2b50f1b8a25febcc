package dev.attest.systemtests.testng;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import dev.attest.testkit.SurefireReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of both frameworks that start a Launcher, an EngineTestKit and a TestNG: in bodies, fixtures and extensions,
 * and on threads that they make. The service has the rows of Surefire's report, and no others.
 */
class NestedPlansIT {

    private static final String BOTH = "both-on-the-platform";
    private static final String TESTNG = "testng-alone";

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildBoth() throws Exception {
        Reactor reactor = new Reactor(folder);
        new UserProject(add(reactor, BOTH), "nested")
                .surefire("3.6.1", "")
                .depending(UserProject.JUPITER + UserProject.LAUNCHER + UserProject.TEST_KIT)
                .with("Inner", "NestingTest", "NestingNgTest")
                .writePom();
        new UserProject(add(reactor, TESTNG), "nested")
                .surefire("3.5.6", "")
                .depending(UserProject.JUPITER + UserProject.TEST_KIT)
                .withProviders("surefire-testng")
                .with("Inner", "NestingNgTest")
                .writePom();
        built = reactor.test(Map.of());
    }

    private static Path add(Reactor reactor, String name) throws IOException {
        Service service = Service.start();
        SERVICES.put(name, service);
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_AZURE_TEST_NAMES", "surefire");
        return reactor.add(name, environment);
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {BOTH, TESTNG})
    void addNothingToTheRowsOfTheBuild(String project) throws Exception {
        Service service = SERVICES.get(project);

        assertThat(service.results().stream()
                        .map(row -> row.name() + " in " + row.storage() + ": " + row.outcome())
                        .sorted())
                .as(built.of(project).out())
                .isNotEmpty()
                .isEqualTo(SurefireReport.read(folder.resolve(project).resolve("target/surefire-reports")).stream()
                        .map(each -> each.name() + " in " + each.type() + ": " + each.outcome())
                        .sorted()
                        .toList());
        assertThat(service.view().runs()).hasSize(1);
    }

    /** A test counts for what the tests that it starts say: 3 ways in its set-up, body, tear-down and extension. */
    @Test
    void sayWhatTheyHaveToSayOnTheTestThatStartedThem() {
        assertThat(SERVICES.get(BOTH).results())
                .filteredOn(row -> row.name().equals("starts"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.comment()).contains("from within", "outside"));
    }
}
