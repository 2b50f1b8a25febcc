package dev.attest.systemtests.builds;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Projects that have nothing to do with each other, built by one Maven instead of one each. The JVMs that run the tests
 * of a project have its environment and journal, so that each publishes as if it were built alone.
 */
public final class Reactor {

    /** What Maven said of each project. */
    public record Built(ChildJvm.Ended maven) {

        /** Returns how it ended, and what it printed while it built this project. */
        public ChildJvm.Ended of(String project) {
            StringBuilder out = new StringBuilder();
            boolean inside = false;
            for (String line : maven.out().lines().toList()) {
                if (line.contains("< shop:") || line.contains("Reactor Summary")) {
                    inside = line.contains("< shop:" + project + " >");
                }
                if (inside) {
                    out.append(line).append('\n');
                }
            }
            return new ChildJvm.Ended(maven.exitCode(), out.toString(), maven.err());
        }
    }

    private final Path root;
    private final Map<String, String> profiles = new LinkedHashMap<>();

    public Reactor(Path root) {
        this.root = root;
    }

    /**
     * Adds a project; returns the folder that its pom and its sources belong in.
     *
     * @param environment of its tests
     */
    public Path add(String project, Map<String, String> environment) throws IOException {
        return add(project, environment, "");
    }

    /** @param surefire configuration of Surefire, beside the pom's */
    public Path add(String project, Map<String, String> environment, String surefire) throws IOException {
        Path folder = Files.createDirectories(root.resolve(project));
        Map<String, String> variables = new HashMap<>(environment);
        if (!variables.isEmpty()) {
            variables.putIfAbsent(
                    "ATTEST_JOURNAL_DIR", folder.resolve("target/attest").toString());
            variables.putIfAbsent("ATTEST_END_TIMEOUT", ChildJvm.PATIENCE_AT_THE_END);
        }
        profiles.put(project, profile(variables, surefire));
        return folder;
    }

    /**
     * Runs all tests of all projects, whether they fail or not.
     *
     * @param options of Maven, such as {@code -T2}
     */
    public Built test(Map<String, String> environmentOfMaven, String... options)
            throws IOException, InterruptedException {
        writeRoot();
        for (Map.Entry<String, String> project : profiles.entrySet()) {
            Path pom = root.resolve(project.getKey()).resolve("pom.xml");
            Files.writeString(
                    pom,
                    Files.readString(pom)
                            .replaceFirst("<artifactId>[^<]*", "<artifactId>" + project.getKey())
                            .replace("</project>", project.getValue() + "</project>"));
        }
        List<String> arguments = new ArrayList<>(List.of("test", "--fail-at-end", "-Dmaven.test.failure.ignore"));
        arguments.addAll(List.of(options));
        return new Built(new ForkedMaven(root, environmentOfMaven).run(arguments.toArray(String[]::new)));
    }

    private void writeRoot() throws IOException {
        String modules = profiles.keySet().stream()
                .map(project -> "<module>" + project + "</module>")
                .collect(Collectors.joining());
        Files.writeString(root.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId>
                  <artifactId>all-projects</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules));
    }

    private static String profile(Map<String, String> environment, String surefire) {
        String variables = environment.entrySet().stream()
                .map(each -> "<%1$s>%2$s</%1$s>".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return """
                <profiles>
                  <profile>
                    <id>in-the-reactor</id>
                    <activation><activeByDefault>true</activeByDefault></activation>
                    <build>
                      <plugins>
                        <plugin>
                          <artifactId>maven-surefire-plugin</artifactId>
                          <configuration>
                            <environmentVariables>%s</environmentVariables>
                            %s
                          </configuration>
                        </plugin>
                      </plugins>
                    </build>
                  </profile>
                </profiles>
                """.formatted(variables, surefire);
    }
}
