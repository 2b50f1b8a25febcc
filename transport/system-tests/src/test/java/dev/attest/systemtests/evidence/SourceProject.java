package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project of tests among the sources of this module, with the libraries that a user has, built by a Maven of its own.
 */
final class SourceProject {

    private static final Path PROJECTS = Path.of("src/test/projects");

    private final Path folder;
    private final StringBuilder dependencies = new StringBuilder();
    private final Map<String, String> environment = new HashMap<>();

    private SourceProject(Path folder) {
        this.folder = folder;
    }

    /** Copies one to a folder. */
    static SourceProject copy(String name, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/test/java/shop"));
        try (Stream<Path> files = Files.list(PROJECTS.resolve(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, sources.resolve(file.getFileName()));
            }
        }
        return new SourceProject(folder).with("dev.attest", "attest-junit5", System.getProperty("it.version"));
    }

    SourceProject with(String group, String artifact, String version) {
        dependencies.append("""
                <dependency>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>test</scope>
                </dependency>
                """.formatted(group, artifact, version));
        return this;
    }

    SourceProject with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Writes its pom, for a Maven that runs more than this project. */
    void writePom() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), pom());
    }

    /** Runs its tests, and goes on where they fail. */
    ChildJvm.Ended test() throws IOException, InterruptedException {
        writePom();
        return new ForkedMaven(folder, environment).run("test", "-Dmaven.test.failure.ignore");
    }

    private String pom() {
        return """
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
                    <dependency>
                      <groupId>org.junit.jupiter</groupId>
                      <artifactId>junit-jupiter</artifactId>
                      <version>%s</version>
                      <scope>test</scope>
                    </dependency>
                    %s
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.6</version></plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(System.getProperty("it.junit"), dependencies);
    }
}
