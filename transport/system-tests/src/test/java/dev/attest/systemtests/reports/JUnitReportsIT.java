package dev.attest.systemtests.reports;

import dev.attest.junit5.Fixture;
import dev.attest.systemtests.JUnitVersion;
import dev.attest.systemtests.junit5.conformance.Fixtures;
import dev.attest.testkit.Ledger;
import dev.attest.testkit.PublishedTests;
import dev.attest.testkit.ReportDifference;
import dev.attest.testkit.ReportedTest;
import dev.attest.testkit.SurefireReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junitpioneer.jupiter.RetryingTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever tests and extensions do: what is published is what Surefire reports. */
class JUnitReportsIT {

    /** Surefire leaves out a test whose exception throws where it is asked for its message. */
    private static final String UNREADABLE = "its message could not be read";

    private static final String HOSTILE = "shop.HostileTest";

    /** While it prunes traces, JUnit fails itself where an exception has none. */
    private static final String PROPERTIES = """
            fixtures = run
            junit.platform.stacktrace.pruning.enabled = false
            """;

    /** A JUnit, and the Surefire that runs it. */
    private enum SetUp {
        JUNIT_5_8("3.5.6", JUnitVersion.V5_8, ""),
        JUNIT_5_14_WITH_RERUNS("3.5.6", JUnitVersion.V5_14, "<rerunFailingTestsCount>1</rerunFailingTestsCount>"),
        JUNIT_6("3.6.1", JUnitVersion.V6, "");

        private final String surefire;
        private final JUnitVersion junit;
        private final String configuration;

        SetUp(String surefire, JUnitVersion junit, String configuration) {
            this.surefire = surefire;
            this.junit = junit;
            this.configuration = configuration;
        }

        private boolean reruns() {
            return !configuration.isEmpty();
        }

        private void write(Path folder) throws IOException {
            ReportedProject project = new ReportedProject(folder, surefire)
                    .with("org.junit.jupiter", "junit-jupiter", junit.toString())
                    .with("org.junit.platform", "junit-platform-launcher", junit.platform())
                    .with("org.mockito", "mockito-core", "5.14.2")
                    .configured(configuration)
                    .copied("meddling")
                    .java(MeddledTests.sources())
                    .resource(
                            "META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                            "shop.ThrowingListener")
                    .resource("junit-platform.properties", PROPERTIES);
            CompiledTests.copy(Fixtures.class, folder);
            project.configured("<includes><include>**/*Test.class</include>" + patterns(Fixtures.of(junit))
                            + "</includes>")
                    .configured("<excludes><exclude>none</exclude></excludes>")
                    .configured(CompiledTests.onClassPath(Ledger.class, Fixture.class, RetryingTest.class));
            if (junit.isAtLeast5(13)) {
                project.copied("meddling-new");
            }
            project.writePom();
        }
    }

    /** Surefire 3.5 has no name for what fails around a class, and 3.6 has its own opinion of when it failed. */
    private static String name(ReportedTest test) {
        return test.name().matches("initializationError|executionError") ? "" : test.method();
    }

    private static String patterns(List<Class<?>> classes) {
        return classes.stream()
                .map(each -> "<include>" + each.getName().replace('.', '/') + ".class</include>")
                .collect(Collectors.joining());
    }

    @TempDir
    static Path folder;

    private static ReportedBuild build;

    @BeforeAll
    static void buildThemAll() throws Exception {
        build = new ReportedBuild(folder);
        for (SetUp setUp : SetUp.values()) {
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
    void sayWhatIsPublished(SetUp setUp) throws IOException {
        List<ReportedTest> reported = SurefireReport.read(build.reports(setUp.name())).stream()
                .filter(each -> !each.name().isEmpty() || each.outcome().equals("Failed"))
                .filter(each -> !each.type().equals(HOSTILE))
                .toList();
        List<ReportedTest> published = PublishedTests.read(build.published(setUp.name())).stream()
                .filter(each ->
                        !each.message().contains(UNREADABLE) && !each.type().equals(HOSTILE))
                .toList();

        assertThat(ReportDifference.between(reported, published, JUnitReportsIT::name))
                .as("what Surefire reports and what is published; Maven said %s", build.said(setUp.name()))
                .isEmpty();
    }

    /** Surefire leaves out some of them, and does not run these again. */
    @ParameterizedTest
    @EnumSource
    void knowLessOfHostileExceptionsThanIsPublished(SetUp setUp) throws IOException {
        List<ReportedTest> published = PublishedTests.read(build.published(setUp.name())).stream()
                .filter(each -> each.type().equals(HOSTILE))
                .toList();

        assertThat(published)
                .filteredOn(each -> each.outcome().equals("Failed"))
                .as(build.said(setUp.name()))
                .hasSize(11)
                .allSatisfy(each -> assertThat(each.message())
                        .matches("visible|mocked message|java.lang.IllegalStateException"
                                + "|shop.HostileTest.\\d \\(its message could not be read: .*"));
        assertThat(published)
                .filteredOn(each -> each.outcome().equals("retried"))
                .extracting(ReportedTest::name)
                .containsExactlyInAnyOrderElementsOf(setUp.reruns() ? failuresInXml(setUp) : Set.of());
        assertThat(published)
                .filteredOn(each -> each.outcome().equals("Passed"))
                .extracting(ReportedTest::name)
                .containsExactly("passesAfterThem");
    }

    private static Set<String> failuresInXml(SetUp setUp) throws IOException {
        return SurefireReport.read(build.reports(setUp.name())).stream()
                .filter(each -> each.type().equals(HOSTILE) && each.outcome().equals("Failed"))
                .map(ReportedTest::name)
                .collect(Collectors.toSet());
    }
}
