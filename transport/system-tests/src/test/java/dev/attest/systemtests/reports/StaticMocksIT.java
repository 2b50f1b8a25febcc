package dev.attest.systemtests.reports;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import dev.attest.testkit.SurefireReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever class of the JDK a test mocks on its thread, its result, its files and its duration are published. */
class StaticMocksIT {

    /** Each of them has a JVM of its own. */
    private static final int CLASSES = Soak.choose("soak.mocks", 6, 1000);

    @TempDir
    Path folder;

    @Test
    void costNoResultAndNoFileAndNoTruthOfADuration() throws Exception {
        ReportedProject project = project();

        isPublishedWhole(project.classes().size());
    }

    /** Until a JVM has its first static mock, tests run their events themselves. */
    @Test
    void costNothingAlsoIfTheyAreTheFirstOfTheirJvm() throws Exception {
        List<String> classes = new ArrayList<>(project().classes());
        // Mockito itself loads classes with them then, until the stack overflows.
        classes.removeIf(each -> each.matches("shop\\.(File|URL)New.*"));
        Collections.shuffle(classes, new Random(CLASSES));
        List<String> some = classes.subList(0, Math.min(CLASSES, classes.size()));

        isPublishedWhole(some.size(), "-DforkCount=2", "-DreuseForks=false", "-Dtest=" + String.join(",", some));
    }

    private ReportedProject project() throws IOException {
        ReportedProject project = new ReportedProject(folder, "3.6.1")
                .with("org.junit.jupiter", "junit-jupiter", System.getProperty("it.junit"))
                .with("org.testng", "testng", System.getProperty("it.testng"))
                .with("org.mockito", "mockito-core", "5.14.2");
        new MockingTests(project).write();
        project.writePom();
        return project;
    }

    private void isPublishedWhole(int pairs, String... options) throws Exception {
        try (Service service = Service.start()) {
            long began = System.nanoTime();
            ChildJvm.Ended maven = new ForkedMaven(folder, service.environment())
                    .run(Stream.concat(Stream.of("test", "-Dmaven.test.failure.ignore"), Stream.of(options))
                            .toArray(String[]::new));
            long longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            Map<String, Double> millis = SurefireReport.millis(folder.resolve("target/surefire-reports"));
            List<String> wrong = new ArrayList<>();
            for (ServiceView.Result result : service.results()) {
                wrong.addAll(differences(result, service.view(), longest));
            }

            assertThat(maven.out()).contains("Tests run: " + 2 * pairs + ", Failures: " + pairs + ", Errors: 0");
            assertThat(service.results())
                    .as("%s", maven.out())
                    .extracting(ServiceView.Result::name)
                    .containsExactlyInAnyOrderElementsOf(millis.keySet());
            assertThat(wrong).isEmpty();
        }
    }

    /**
     * Returns what is wrong with a row.
     *
     * @param longest milliseconds that all tests took together
     */
    private static List<String> differences(ServiceView.Result row, ServiceView service, long longest) {
        boolean passes = row.name().endsWith(".passes");
        List<String> files = service.attachments(1, row.id()).stream()
                .map(ServiceView.Attachment::fileName)
                .filter(name -> !name.equals("stack-trace.txt"))
                .sorted()
                .toList();
        List<String> wanted = passes
                ? List.of("bytes.bin", "pom.xml", "text.txt")
                : List.of("Standard_Console_Error.log", "Standard_Console_Output.log");
        return Stream.of(
                        files.equals(wanted) ? "" : "files " + files,
                        row.outcome().equals(passes ? "Passed" : "Failed") ? "" : "outcome " + row.outcome(),
                        row.comment().contains("a comment") == passes ? "" : "comment " + row.comment(),
                        passes || row.message().equals("expected") ? "" : "message " + row.message(),
                        !passes || isTrue(row.durationInMs(), longest)
                                ? ""
                                : "lasted " + row.durationInMs() + " ms of " + longest)
                .filter(text -> !text.isEmpty())
                .map(text -> row.name() + ": " + text)
                .toList();
    }

    /**
     * A clock that a test mocks stands still, or gives decades. Less is not said: a busy machine may stop any listener
     * of the build for a second, which belongs to the test or not, depending on who measures.
     */
    private static boolean isTrue(long duration, long longest) {
        return duration >= MockingTests.MILLIS_OF_A_TEST && duration <= longest;
    }
}
