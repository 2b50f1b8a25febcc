package dev.attest.systemtests.testng;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same classes, run by TestNG itself, by Surefire's TestNG provider and on the JUnit Platform, where two listeners
 * hear of each test and a dry run passes them all: what the service has in the end is the same.
 */
class OneTruthIT {

    private static final String EXPECTED = """
            shop.CartTest#dependsOnFails "CartTest › dependsOnFails" -> NotExecuted "Not started: CartTest.fails failed: two is not three"
            shop.CartTest#disabled "CartTest › disabled" -> NotExecuted "disabled: @Test(enabled = false)"
            shop.CartTest#fails "CartTest › fails" -> Failed "two is not three"; comment "on purpose"; \
            files Standard_Console_Output.log "about to fail\\n", after.txt "close", before.txt "open"
            shop.CartTest#hasNoRows "CartTest › hasNoRows(String)" -> Failed "no table today"
            shop.CartTest#neverPasses "CartTest › neverPasses" -> Failed "never"; attempt 1 Failed "never"; \
            files after.txt "close", before.txt "open"; attempt 2 Failed "never"; \
            files after.txt "close", before.txt "open"; attempt 3 Failed "never"; \
            files after.txt "close", before.txt "open"
            shop.CartTest#passes "CartTest › passes" -> Passed; files after.txt "close", before.txt "open"
            shop.CartTest#passesAtTheThirdCall "CartTest › passesAtTheThirdCall" -> Passed; \
            attempt 1 Failed "busy expected [3] but found [1]"; \
            files after.txt "close", before.txt "open", call.txt "call 1"; \
            attempt 2 Failed "busy expected [3] but found [2]"; \
            files after.txt "close", before.txt "open", call.txt "call 2"; attempt 3 Passed; \
            files after.txt "close", before.txt "open", call.txt "call 3"
            shop.CartTest#ripensOnce "CartTest › ripensOnce(String, int) › [1] "apple", 1" -> Passed; \
            files after.txt "close", before.txt "open"
            shop.CartTest#ripensOnce "CartTest › ripensOnce(String, int) › [2] "melon", 2" -> Passed; \
            attempt 1 Failed "unripe expected [2] but found [1]"; files after.txt "close", before.txt "open"; \
            attempt 2 Passed; files after.txt "close", before.txt "open"
            shop.CartTest#ripensOnce "CartTest › ripensOnce(String, int) › [3] null, 3" -> Passed; \
            files after.txt "close", before.txt "open"
            shop.CartTest#runsTwice "CartTest › runsTwice › [1]" -> Passed; \
            files after.txt "close", before.txt "open"
            shop.CartTest#runsTwice "CartTest › runsTwice › [2]" -> Passed; \
            files after.txt "close", before.txt "open"
            shop.CartTest#skips "CartTest › skips" -> NotExecuted "not on a Tuesday"; \
            files after.txt "close", before.txt "open"
            shop.CartTest#takesTooLong "CartTest › takesTooLong" -> Failed "Method shop.CartTest.takesTooLong() didn't finish within the time-out 100"; \
            files after.txt "close", before.txt "open"
            shop.CartTest#throwsAsExpected "CartTest › throwsAsExpected" -> Passed; \
            files after.txt "close", before.txt "open"
            shop.CartTest#weighs "CartTest › weighs(String, int) › [1] "apple", 1" -> Passed; \
            files after.txt "close", before.txt "open", fruit.txt "apple"
            shop.CartTest#weighs "CartTest › weighs(String, int) › [2] "melon", 2" -> Passed; \
            files after.txt "close", before.txt "open", fruit.txt "melon"
            shop.CartTest#weighs "CartTest › weighs(String, int) › [3] null, 3" -> Failed "no fruit expected object to not be null"; \
            files after.txt "close", before.txt "open", fruit.txt "null"
            shop.GateTest#in "GateTest › in" -> NotExecuted "Not started: @BeforeClass GateTest.unlock failed: the gate is locked"
            shop.GateTest#lets "GateTest › lets" -> NotExecuted "Not started: @BeforeClass GateTest.unlock failed: the gate is locked"
            shop.GateTest#unlock "GateTest › @BeforeClass unlock" -> Failed "the gate is locked"
            shop.ShelfTest#holds "ShelfTest › [1] left › holds" -> Passed
            shop.ShelfTest#holds "ShelfTest › [2] right › holds" -> Passed
            """;

    /** A way to run the same classes. */
    private enum SetUp {
        SUREFIRE_3_5("3.5.6", "", ""),
        SUREFIRE_3_5_WITH_LISTENER_OPTION("3.5.6", "", """
                <properties><property>
                  <name>listener</name><value>dev.attest.testng.AttestListener</value>
                </property></properties>
                """),
        SUREFIRE_3_5_ON_THE_PLATFORM("3.5.6", UserProject.ENGINE, ""),
        SUREFIRE_3_6("3.6.1", "", ""),
        SUREFIRE_3_6_BESIDE_JUPITER("3.6.1", UserProject.JUPITER, "");

        private final String surefire;
        private final String dependencies;
        private final String configuration;

        SetUp(String surefire, String dependencies, String configuration) {
            this.surefire = surefire;
            this.dependencies = dependencies;
            this.configuration = configuration;
        }

        private UserProject write(Path folder) throws IOException {
            UserProject project = new UserProject(folder)
                    .surefire(surefire, configuration)
                    .depending(dependencies)
                    .with("CartTest", "GateTest", "ShelfTest");
            return dependencies.equals(UserProject.JUPITER) ? project.with("PriceTest") : project;
        }
    }

    private static final String JUPITER_ALONE = "jupiter-alone";
    private static final String RERUN = "rerun";
    private static final String TWO_PROVIDERS = "two-providers";

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildThemAll() throws Exception {
        Reactor reactor = new Reactor(folder);
        for (SetUp setUp : SetUp.values()) {
            setUp.write(add(reactor, setUp.name())).writePom();
        }
        new UserProject(add(reactor, JUPITER_ALONE))
                .surefire("3.5.6", "")
                .depending(UserProject.JUPITER)
                .with("CartTest", "PriceTest")
                .writePom();
        new UserProject(add(reactor, RERUN))
                .surefire("3.6.1", "<rerunFailingTestsCount>1</rerunFailingTestsCount>")
                .with("FlakyTest")
                .writePom();
        new UserProject(add(reactor, TWO_PROVIDERS))
                .surefire("3.5.6", "")
                .depending(UserProject.JUPITER)
                .withProviders("surefire-testng", "surefire-junit-platform")
                .with("CartTest", "GateTest", "ShelfTest", "PriceTest")
                .writePom();
        built = reactor.test(Map.of());
    }

    private static Path add(Reactor reactor, String name) throws IOException {
        Service service = Service.start();
        SERVICES.put(name, service);
        return reactor.add(name, service.environment());
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @ParameterizedTest
    @EnumSource
    void isToldByWhateverRunsTheTests(SetUp setUp) {
        Service service = SERVICES.get(setUp.name());
        String said = built.of(setUp.name()).out();

        assertThat(service.view().runs())
                .as(said)
                .extracting(ServiceView.Run::state)
                .containsExactly("Completed");
        assertThat(rows(service)).isEqualTo(EXPECTED);
        assertThat(said).containsPattern("(?m)^Attest: \\d+ tests?\\b").doesNotContain("WARNING: Attest");
    }

    @Test
    void isToldByTestNGItself(@TempDir Path project) throws Exception {
        UserProject shop = new UserProject(project).with("CartTest", "GateTest", "ShelfTest");
        try (Service service = Service.start()) {
            ChildJvm.Ended testng = shop.testWithoutMaven(service.environment());

            assertThat(service.view().runs())
                    .as(testng.out() + testng.err())
                    .extracting(ServiceView.Run::state)
                    .containsExactly("Completed");
            assertThat(rows(service)).startsWith(EXPECTED);
            assertThat(rows(service).substring(EXPECTED.length()))
                    .as("what TestNG says of itself, and Surefire does not let it")
                    .startsWith("the run in  \"\" -> ; files Standard_Console_Output.log")
                    .contains("Total tests run: 26");
        }
    }

    /** Surefire 3.5 runs JUnit's tests alone where both are on the class path, and says nothing of the others. */
    @Test
    void hasNoPhantomsWhereSurefireRunsNoTestNG() {
        assertThat(SERVICES.get(JUPITER_ALONE).results())
                .as(built.of(JUPITER_ALONE).out())
                .extracting(ServiceView.Result::title)
                .containsExactly("PriceTest › keepsItsCents()");
    }

    /** In the one build that leaves out TestNG, and in no other. */
    @Test
    void saysWhereSurefireRunsNoTestNG() {
        String said = built.maven().out() + built.maven().err();

        assertThat(said)
                .containsOnlyOnce("Surefire runs the tests of JUnit only, and none of TestNG, such as shop.CartTest.");
    }

    @Test
    void hasOneRowForATestThatSurefireRunsAgain() {
        Service service = SERVICES.get(RERUN);

        assertThat(rows(service)).as(built.of(RERUN).out()).isEqualTo("""
                shop.FlakyTest#passesAtOnce "FlakyTest › passesAtOnce" -> Passed
                shop.FlakyTest#passesWhenItIsRunAgain "FlakyTest › passesWhenItIsRunAgain" -> Passed; \
                attempt 1 Failed "not yet expected [2] but found [1]"; attempt 2 Passed
                """);
        assertThat(service.view().runs()).hasSize(1);
    }

    /** Two providers are two JVMs, one after the other. */
    @Test
    void isToldOnceByTwoProviders() {
        Service service = SERVICES.get(TWO_PROVIDERS);

        List<String> titles = service.view().runs().stream()
                .flatMap(run -> service.view().results(run.id()).stream())
                .map(ServiceView.Result::title)
                .toList();
        assertThat(titles)
                .as(built.of(TWO_PROVIDERS).out())
                .hasSize((int) EXPECTED.lines().count() + 1)
                .doesNotHaveDuplicates();
    }

    /** The rows of the classes that TestNG runs. */
    private static String rows(Service service) {
        return new PublishedRows(service.view())
                .lines().stream()
                        .filter(line -> !line.contains("PriceTest"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat);
    }
}
