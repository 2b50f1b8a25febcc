package dev.attest.systemtests.builds;

import dev.attest.testkit.Service;
import dev.attest.testkit.SurefireReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A team that comes from {@code PublishTestResults@2} has its history under the names in Surefire's XML. They are
 * compared with those of our results, in one and the same run.
 */
class SurefireNamesIT {

    /** What has no testcase in the XML, or one without a name, which the task leaves out: it never had a history. */
    private static final Set<String> OURS_ALONE = Set.of(
            // Surefire says nothing of tests that never started,
            "plain in shop.BeforeAllTest",
            "rows(int) in shop.BeforeAllTest",
            "plain in shop.BeforeAllTest$Inner",
            "plain in shop.InnerBeforeAllTest$Inner",
            "plain in shop.VintageBeforeClassTest",
            // nor of templates in a class that an assumption aborted,
            "rows(int) in shop.AbortedTest",
            // and has one nameless testcase for a class that is nested in a disabled one.
            "plain in shop.OffTest$Inner",
            "displayed in shop.OffTest$Inner");

    /** What failed outside of tests has no name in 3.5, and a class that an assumption aborted no testcase. */
    private static final Set<String> OURS_ALONE_IN_35 = Set.of(
            "initializationError in shop.BeforeAllTest",
            "initializationError in shop.InnerBeforeAllTest$Inner",
            "executionError in shop.AfterAllTest",
            "executionError in An end",
            "initializationError in shop.BeforeSuiteTest",
            "initializationError in shop.VintageBeforeClassTest",
            "plain in shop.AbortedTest",
            // The display name of a disabled class counts for its tests, and not for its templates.
            "rows(int) in Not now");

    private static final Set<String> THEIRS_ALONE_IN_35 = Set.of("rows(int) in shop.OffAndDisplayedTest");

    /** It is an error of the execution in 3.6 once any test of the outermost class has passed. */
    private static final Set<String> OURS_ALONE_IN_36 = Set.of("initializationError in shop.InnerBeforeAllTest$Inner");

    private static final Set<String> THEIRS_ALONE_IN_36 = Set.of("executionError in shop.InnerBeforeAllTest$Inner");

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildBoth() throws Exception {
        Reactor reactor = new Reactor(folder);
        for (String surefire : List.of("3.5.6", "3.6.1")) {
            Service service = Service.start();
            SERVICES.put(surefire, service);
            Map<String, String> environment = new HashMap<>(service.environment());
            environment.put("ATTEST_AZURE_TEST_NAMES", "surefire");
            AllShapes.write(reactor.add("surefire-" + surefire, environment), surefire);
        }
        built = reactor.test(Map.of());
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.6", "3.6.1"})
    void areWhatTheXmlOfSurefireSays(String surefire) throws IOException {
        boolean old = surefire.startsWith("3.5");
        Set<String> ours = SERVICES.get(surefire).results().stream()
                .map(result -> result.name() + " in " + result.storage())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> theirs = namesInXml(folder.resolve("surefire-" + surefire));

        assertThat(built.maven().exitCode())
                .as(built.of("surefire-" + surefire).out())
                .isZero();
        assertThat(theirs).as("what the tests have").hasSizeGreaterThan(40);
        assertThat(without(ours, OURS_ALONE, old ? OURS_ALONE_IN_35 : OURS_ALONE_IN_36))
                .isEqualTo(without(theirs, old ? THEIRS_ALONE_IN_35 : THEIRS_ALONE_IN_36));
    }

    /** What is left out must be there: else it need not be left out. */
    @SafeVarargs
    private static Set<String> without(Set<String> names, Set<String>... leftOut) {
        Set<String> left = new TreeSet<>(names);
        for (Set<String> each : leftOut) {
            assertThat(names).containsAll(each);
            left.removeAll(each);
        }
        return left;
    }

    private static Set<String> namesInXml(Path project) throws IOException {
        return SurefireReport.read(project.resolve("target/surefire-reports")).stream()
                .filter(each -> !each.name().isEmpty())
                .map(each -> each.name() + " in " + each.type())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
