package dev.attest.systemtests.reports;

import dev.attest.systemtests.testng.conformance.Rows;
import dev.attest.testkit.PublishedTests;
import dev.attest.testkit.ReportDifference;
import dev.attest.testkit.ReportedTest;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.SurefireReport;
import dev.attest.testkit.TestNgReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Listeners and tear-downs change tests, and throw: what is published is what TestNG and Surefire report. */
class NgReportsIT {

    private static final String ROWS = "shop.ByAnnotationRowsTest";

    private static final String POOL = "shop.ByAnnotationPoolTest";

    /** What runs several times in a pool, while a listener throws. */
    private static final List<String> THROWN_AT_IN_A_POOL = List.of(
            "onTestStart_throws_passing",
            "beforeInvocation_throws_passing",
            "afterInvocation_throws_passing",
            "onTestSuccess_throws_passing");

    /** TestNG tells of an exception around what a data provider throws, and of another outcome in each version. */
    private static final String FAILING_PROVIDERS = Rows.Failing.class.getName();

    /** What Surefire 3.6 has in the place of configuration methods that fail. */
    private static final String AROUND_TESTS = "initializationError|executionError|TestNG";

    @TempDir
    static Path folder;

    private static ReportedBuild build;

    @BeforeAll
    static void buildThemAll() throws Exception {
        build = new ReportedBuild(folder);
        for (TestNgSetUp setUp : TestNgSetUp.values()) {
            setUp.write(build.add(setUp.name()));
        }
        for (EndedSetUp setUp : EndedSetUp.values()) {
            setUp.write(build.add(setUp.name()));
        }
        build.test();
    }

    @AfterAll
    static void stop() {
        build.close();
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsPublished(TestNgSetUp setUp) throws IOException {
        Predicate<ReportedTest> isCertain = each -> !setUp.isOnThePlatform() || !isThrownAtInAPool(each);

        List<ReportedTest> reported =
                comparable(testng(setUp).tests()).stream().filter(isCertain).toList();
        List<ReportedTest> published =
                comparable(published(setUp)).stream().filter(isCertain).toList();

        assertThat(reported).as(build.said(setUp.name())).hasSizeGreaterThan(1200);
        assertThat(ReportDifference.between(reported, published, NgReportsIT::method))
                .as("what TestNG reports and what is published")
                .isEmpty();
    }

    /** Nobody changes the tests of the conformance suite behind the back of Surefire. */
    @ParameterizedTest
    @EnumSource
    void sayTheSameWhereNobodyChangesATest(TestNgSetUp setUp) throws IOException {
        Predicate<ReportedTest> isTold = isTold(setUp);

        List<ReportedTest> reported = ofConformance(surefire(setUp), isTold);
        List<ReportedTest> published = ofConformance(published(setUp), isTold);

        assertThat(reported).as(build.said(setUp.name())).hasSizeGreaterThan(250);
        assertThat(ReportDifference.between(reported, published, NgReportsIT::method))
                .as("what Surefire reports and what is published")
                .isEmpty();
    }

    /** Surefire asks for outcomes before TestNG has its last word, and counts some tests twice. It knows which ran. */
    @ParameterizedTest
    @EnumSource
    void areOfPublishedTests(TestNgSetUp setUp) throws IOException {
        Predicate<ReportedTest> isTold = isTold(setUp);

        assertThat(names(published(setUp), each -> true)).containsAll(names(surefire(setUp), isTold));
    }

    /** TestNG forgets rows beside which a listener throws. Their bodies have passed, and a row says what was thrown. */
    @ParameterizedTest
    @EnumSource
    void doNotTellOfRowsBesideWhichAListenerThrows(TestNgSetUp setUp) {
        for (String method : List.of("onTestSuccess_throws_passing", "afterInvocation_throws_passing")) {
            assertThat(published(setUp))
                    .filteredOn(
                            each -> each.type().equals(ROWS) && each.method().equals(method))
                    .extracting(ReportedTest::outcome)
                    .containsExactlyInAnyOrder("Passed", "Passed", "Passed", "Passed", "Failed");
        }
    }

    /**
     * On the platform, the listener of testng-engine 1.1.0 can throw too: two threads that end a test at once drop the
     * same note of it. TestNG 7.12 then reports what that listener threw, or forgets the test.
     */
    @ParameterizedTest
    @EnumSource
    void mayForgetInvocationsInAPoolBesideWhichAListenerThrows(TestNgSetUp setUp) {
        for (String method : THROWN_AT_IN_A_POOL) {
            assertThat(published(setUp))
                    .filteredOn(
                            each -> each.type().equals(POOL) && each.method().equals(method))
                    .extracting(ReportedTest::outcome)
                    .as(method)
                    .containsOnly("Failed")
                    .hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotThereWhereAListenerEndsTestNg(EndedSetUp setUp) {
        assertThat(build.reports(setUp.name()).resolve("testng-results.xml")).doesNotExist();
        assertThat(PublishedTests.read(build.published(setUp.name())))
                .as(build.said(setUp.name()))
                .extracting(ReportedTest::name, ReportedTest::outcome)
                .containsExactlyInAnyOrder(
                        tuple("passes", "Passed"),
                        tuple("onTestFailure_throws_failing", "Failed"),
                        tuple("neverStarts", "NotExecuted"));
        assertThat(build.published(setUp.name()).runs())
                .extracting(ServiceView.Run::state)
                .containsExactly("Aborted");
    }

    /** Each callback attaches one file, which says of which test it is. */
    @ParameterizedTest
    @EnumSource
    void findTheFilesOfListenersAtTheirTests(TestNgSetUp setUp) throws IOException {
        List<String> attached = Files.readAllLines(build.file(setUp.name(), "target/attached.txt"));

        assertThat(attached).hasSizeGreaterThan(90);
        assertThat(filesOfListeners(build.published(setUp.name()))).containsExactlyInAnyOrderElementsOf(attached);
    }

    private static List<String> filesOfListeners(ServiceView service) throws IOException {
        List<String> files = new ArrayList<>();
        for (ServiceView.Result result : service.results(1)) {
            if (!result.storage().startsWith("shop.Files")) {
                continue;
            }
            String test =
                    result.storage().replace("shop.", "") + "." + result.name().replaceFirst("(?s)[\\[(].*", "");
            List<ServiceView.Attachment> found = new ArrayList<>(service.attachments(1, result.id()));
            result.attempts().forEach(attempt -> found.addAll(service.attachments(1, result.id(), attempt)));
            for (ServiceView.Attachment file : found) {
                if (!file.fileName().matches("stack-trace.txt|Standard_.*")) {
                    files.add(file.fileName() + " of " + test);
                }
            }
        }
        return files;
    }

    private static List<ReportedTest> published(TestNgSetUp setUp) {
        return PublishedTests.read(build.published(setUp.name()));
    }

    private static List<ReportedTest> surefire(TestNgSetUp setUp) throws IOException {
        return SurefireReport.read(build.reports(setUp.name()));
    }

    private static TestNgReport testng(TestNgSetUp setUp) throws IOException {
        Path report = build.reports(setUp.name()).resolve("testng-results.xml");
        assertThat(report).as(build.said(setUp.name())).exists();
        return TestNgReport.read(report);
    }

    /** Surefire 3.5 tells of all configuration methods, 3.6 of none. */
    private static Predicate<ReportedTest> isTold(TestNgSetUp setUp) throws IOException {
        Set<String> configuration = testng(setUp).configurationMethods();
        return setUp.isOnThePlatform()
                ? each -> !configuration.contains(each.method()) && !each.name().matches(AROUND_TESTS)
                : each ->
                        !configuration.contains(each.method()) || each.outcome().equals("Failed");
    }

    private static Set<String> names(List<ReportedTest> tests, Predicate<ReportedTest> filter) {
        return tests.stream()
                .filter(filter)
                .map(each -> each.type() + "#" + method(each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ReportedTest> ofConformance(List<ReportedTest> tests, Predicate<ReportedTest> filter) {
        return comparable(tests).stream()
                .filter(each -> each.type().startsWith("dev.attest."))
                .filter(filter)
                .toList();
    }

    private static boolean isThrownAtInAPool(ReportedTest test) {
        return test.type().equals(POOL) && THROWN_AT_IN_A_POOL.contains(test.method());
    }

    private static List<ReportedTest> comparable(List<ReportedTest> tests) {
        return tests.stream()
                .filter(each -> !each.type().equals(ROWS) && !each.type().equals(FAILING_PROVIDERS))
                .toList();
    }

    /** Where an instance has a name, it is a part of the names of its tests in some reports. */
    private static String method(ReportedTest test) {
        return test.method().replaceFirst(" on .*", "");
    }
}
