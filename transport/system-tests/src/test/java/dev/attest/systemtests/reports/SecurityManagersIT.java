package dev.attest.systemtests.reports;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.SurefireReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A test denies its JVM files, connections, threads and class loaders: it ends as ever, at once, and is published. */
class SecurityManagersIT {

    /** Far less than an event waits for a thread that is not there. */
    private static final double MOST_MILLIS_OF_A_TEST = 10_000;

    @TempDir
    Path folder;

    @Test
    void changeNoTestDelayNoneAndLoseNoResult() throws Exception {
        ReportedProject project = new ReportedProject(folder, "3.6.1")
                .with("org.junit.jupiter", "junit-jupiter", System.getProperty("it.junit"))
                .with("org.testng", "testng", System.getProperty("it.testng"))
                .with("org.mockito", "mockito-core", "5.14.2")
                .configured("<argLine>-Djava.security.manager=allow</argLine>");
        new DenyingTests(project).write();
        project.writePom();
        int classes = project.classes().size();

        try (Service service = Service.start()) {
            ChildJvm.Ended maven =
                    new ForkedMaven(folder, service.environment()).run("test", "-Dmaven.test.failure.ignore");
            Map<String, Double> millis = SurefireReport.millis(folder.resolve("target/surefire-reports"));

            assertThat(maven.out()).contains("Tests run: " + 2 * classes + ", Failures: " + classes + ", Errors: 0");
            assertThat(millis).hasSize(2 * classes);
            assertThat(millis.values()).allMatch(each -> each < MOST_MILLIS_OF_A_TEST);
            assertThat(service.results())
                    .as("%s%n%s", maven.out(), maven.err())
                    .extracting(row -> row.name() + " " + row.outcome())
                    .containsExactlyInAnyOrderElementsOf(outcomes(millis));
            for (ServiceView.Result row : service.results()) {
                assertThat(files(service, row))
                        .as("%s%n%s", row.name(), maven.err())
                        .contains(wanted(row));
            }
        }
    }

    private static List<String> outcomes(Map<String, Double> millis) {
        return millis.keySet().stream()
                .map(name -> name + (name.endsWith(".passes") ? " Passed" : " Failed"))
                .toList();
    }

    private static String[] wanted(ServiceView.Result row) {
        return row.name().endsWith(".passes")
                ? new String[] {"text.txt of 8"}
                : new String[] {
                    "Standard_Console_Error.log of 3", "Standard_Console_Output.log of " + (DenyingTests.PRINTED + 1)
                };
    }

    private static List<String> files(Service service, ServiceView.Result row) throws IOException {
        return service.view().attachments(1, row.id()).stream()
                .map(file -> file.fileName() + " of " + file.size())
                .toList();
    }
}
