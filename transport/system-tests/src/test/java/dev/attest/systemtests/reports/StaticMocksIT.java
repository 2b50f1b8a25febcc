package dev.attest.systemtests.builds;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.SurefireReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever class of the JDK a test mocks on its thread, its result, its files and its duration are published. */
class StaticMocksIT {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>shop</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                %s
              </dependencies>
              <build>
                <plugins>
                  <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
                  <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                  <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    Path folder;

    @Test
    void costNoResultAndNoFileAndNoTruthOfADuration() throws Exception {
        try (Service service = Service.start()) {
            int pairs = new MockingTests(folder).write();
            Files.writeString(
                    folder.resolve("pom.xml"),
                    POM.formatted(dependency("dev.attest", "attest-junit5", System.getProperty("it.version"))
                            + dependency("dev.attest", "attest-testng", System.getProperty("it.version"))
                            + dependency("org.junit.jupiter", "junit-jupiter", System.getProperty("it.junit"))
                            + dependency("org.testng", "testng", System.getProperty("it.testng"))
                            + dependency("org.mockito", "mockito-core", "5.14.2")));

            ChildJvm.Ended maven =
                    new ForkedMaven(folder, service.environment()).run("test", "-Dmaven.test.failure.ignore");
            Map<String, Double> millis = SurefireReport.millis(folder.resolve("target/surefire-reports"));
            List<String> wrong = new ArrayList<>();
            for (ServiceView.Result result : service.results()) {
                wrong.addAll(differences(result, service.view(), millis));
            }

            assertThat(maven.out()).contains("Tests run: " + 2 * pairs + ", Failures: " + pairs + ", Errors: 0");
            assertThat(service.results())
                    .as("%s", maven.out())
                    .extracting(ServiceView.Result::name)
                    .containsExactlyInAnyOrderElementsOf(millis.keySet());
            assertThat(wrong).isEmpty();
        }
    }

    /** Returns what is wrong with a row. */
    private static List<String> differences(ServiceView.Result row, ServiceView service, Map<String, Double> inXml) {
        boolean passes = row.name().endsWith(".passes");
        List<String> files = service.attachments(1, row.id()).stream()
                .map(ServiceView.Attachment::fileName)
                .filter(name -> !name.equals("stack-trace.txt"))
                .sorted()
                .toList();
        List<String> wanted = passes
                ? List.of("bytes.bin", "pom.xml", "text.txt")
                : List.of("Standard_Console_Error.log", "Standard_Console_Output.log");
        double millis = inXml.getOrDefault(row.name(), 0.0);
        return Stream.of(
                        files.equals(wanted) ? "" : "files " + files,
                        row.outcome().equals(passes ? "Passed" : "Failed") ? "" : "outcome " + row.outcome(),
                        row.comment().contains("a comment") == passes ? "" : "comment " + row.comment(),
                        passes || row.message().equals("expected") ? "" : "message " + row.message(),
                        !passes || isTrue(row.durationInMs(), millis)
                                ? ""
                                : "lasted " + row.durationInMs() + " ms instead of " + millis)
                .filter(text -> !text.isEmpty())
                .map(text -> row.name() + ": " + text)
                .toList();
    }

    /** What Surefire measures includes what listeners do, which takes long on a busy machine. */
    private static boolean isTrue(long duration, double millisInXml) {
        return duration >= MockingTests.MILLIS_OF_A_TEST && duration <= 1.5 * millisInXml + 200;
    }

    private static String dependency(String group, String artifact, String version) {
        return """
                <dependency>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>test</scope>
                </dependency>
                """.formatted(group, artifact, version);
    }
}
