package dev.attest.systemtests.engines;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The names under which the service keeps the history of tests of every engine. */
class EnginesIT {

    private static final String UNCHANGED = "engines";
    private static final String CHANGED = "engines-changed";

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildBoth() throws Exception {
        Reactor reactor = new Reactor(folder);
        String again = "<rerunFailingTestsCount>1</rerunFailingTestsCount>";
        EnginesProject.writeTo(reactor.add(UNCHANGED, environment(UNCHANGED), again));
        EnginesProject.writeChangedTo(reactor.add(CHANGED, environment(CHANGED)));
        built = reactor.test(Map.of());
        assertThat(built.maven().exitCode()).as(built.maven().out()).isZero();
    }

    private static Map<String, String> environment(String project) throws Exception {
        Service service = Service.start();
        SERVICES.put(project, service);
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_AZURE_BUGS", "on-failure");
        return environment;
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @Test
    void haveNoNameInCommon() throws Exception {
        assertThat(results(UNCHANGED))
                .as(built.of(UNCHANGED).out())
                .hasSizeGreaterThan(100)
                .extracting(ServiceView.Result::storage, ServiceView.Result::name)
                .doesNotHaveDuplicates();
        assertThat(results(UNCHANGED)).allSatisfy(result -> {
            assertThat(result.storage()).isNotBlank().hasSizeLessThanOrEqualTo(256);
            assertThat(result.name()).isNotBlank().hasSizeLessThanOrEqualTo(256);
        });
        assertThat(results(UNCHANGED))
                .extracting(ServiceView.Result::storage)
                .hasSameElementsAs(EnginesProject.names().keySet());
    }

    static Set<String> places() throws Exception {
        return EnginesProject.names().keySet();
    }

    @ParameterizedTest
    @MethodSource("places")
    void areWhole(String storage) throws Exception {
        assertThat(results(UNCHANGED))
                .filteredOn(result -> result.storage().equals(storage))
                .extracting(ServiceView.Result::name)
                .containsExactlyInAnyOrderElementsOf(EnginesProject.names().get(storage));
    }

    /** After lines were inserted, tests were reordered, and invocations were shown under other names. */
    @ParameterizedTest
    @MethodSource("places")
    void stay(String storage) {
        assertThat(identities(CHANGED, storage))
                .as(built.of(CHANGED).out())
                .isNotEmpty()
                .isEqualTo(identities(UNCHANGED, storage));
    }

    /** A plan that runs failed tests again has no others, so that rows have other places in it. */
    @Test
    void areTheSameWhereSurefireRunsTestsAgain() {
        assertThat(results(UNCHANGED))
                .filteredOn(result -> result.outcome().equals("Failed"))
                .filteredOn(result -> !result.name().endsWith("[body]"))
                .hasSizeGreaterThan(8)
                .allSatisfy(result -> assertThat(result.attempts())
                        .as(result.name())
                        .extracting(ServiceView.Attempt::outcome)
                        .containsExactly("Failed", "Failed"));
    }

    @Test
    void haveOneBugForAllInvocationsOfAMethod() {
        assertThat(SERVICES.get(UNCHANGED).view().bugs())
                .as(built.of(UNCHANGED).out())
                .extracting(ServiceView.Bug::title)
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    /** What the feature is told by, if all that it did was to have rows. */
    @Test
    void leaveOutAFeatureOfSpockBesideItsRows() {
        assertThat(results(UNCHANGED))
                .filteredOn(result -> result.name().matches("shop\\.SpockTest\\.(rows fail|has no|cannot have).*"))
                .extracting(ServiceView.Result::name, ServiceView.Result::outcome)
                .containsExactlyInAnyOrder(
                        tuple("shop.SpockTest.rows fail[0]", "Passed"),
                        tuple("shop.SpockTest.rows fail[1]", "Failed"),
                        tuple("shop.SpockTest.rows fail[2]", "Failed"),
                        tuple("shop.SpockTest.has no rows", "Failed"),
                        tuple("shop.SpockTest.cannot have rows", "Failed"));
    }

    /** The suite has a plugin of its own and runs its scenarios at the same time. */
    @Test
    void haveWhatScenariosAttachAndLog() {
        Service service = SERVICES.get(UNCHANGED);
        List<ServiceView.Result> scenarios = results(UNCHANGED).stream()
                .filter(result -> result.name().contains("[shop.CucumberTest]"))
                .toList();

        assertThat(scenarios)
                .hasSizeGreaterThan(10)
                .filteredOn(scenario -> scenario.attempts().isEmpty())
                .allSatisfy(scenario -> {
                    assertThat(service.view().attachments(1, scenario.id()))
                            .extracting(ServiceView.Attachment::fileName)
                            .containsOnlyOnce("screenshot.png");
                    assertThat(scenario.comment()).containsOnlyOnce("a line of ");
                });
        for (ServiceView.Result scenario : scenarios) {
            assertThat(scenario.attempts()).allSatisfy(attempt -> {
                assertThat(service.view().attachments(1, scenario.id(), attempt))
                        .extracting(ServiceView.Attachment::fileName)
                        .containsOnlyOnce("screenshot.png");
                assertThat(attempt.comment()).containsOnlyOnce("a line of ");
            });
        }
    }

    @Test
    void haveFilesNamedAfterTheirMediaTypes() {
        Service service = SERVICES.get(UNCHANGED);

        assertThat(results(UNCHANGED))
                .filteredOn(scenario -> scenario.name().startsWith("Cart › members › returns"))
                .singleElement()
                .satisfies(scenario -> {
                    assertThat(scenario.comment()).isEqualTo("a line of returns");
                    assertThat(service.view().attachments(1, scenario.id()))
                            .extracting(ServiceView.Attachment::fileName)
                            .containsExactlyInAnyOrder(
                                    "screenshot.png", "shot.JPG", "cart.json", "attachment.txt", "till.bin");
                });
    }

    private static List<ServiceView.Result> results(String project) {
        return SERVICES.get(project).results();
    }

    private static Set<String> identities(String project, String storage) {
        return results(project).stream()
                .filter(result -> result.storage().equals(storage))
                .map(result -> result.name() + " " + result.automatedId())
                .collect(Collectors.toSet());
    }
}
