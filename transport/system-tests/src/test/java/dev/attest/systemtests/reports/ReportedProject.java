package dev.attest.systemtests.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A project whose tests are judged by what their framework and Surefire report of them. */
final class ReportedProject {

    private static final Path SOURCES = Path.of("src/test/projects");

    private final Path folder;
    private final String surefire;
    private final List<String> classes = new ArrayList<>();
    private final StringBuilder dependencies = new StringBuilder();
    private String configuration = "";

    /** @param surefire version of Surefire */
    ReportedProject(Path folder, String surefire) throws IOException {
        this.folder = folder;
        this.surefire = surefire;
        with("dev.attest", "attest-junit5", System.getProperty("it.version"));
        with("dev.attest", "attest-testng", System.getProperty("it.version"));
    }

    ReportedProject with(String group, String artifact, String version) {
        dependencies.append("""
                <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>
                """.formatted(group, artifact, version));
        return this;
    }

    ReportedProject configured(String more) {
        configuration += more;
        return this;
    }

    /** Copies the sources of a project of these tests. */
    ReportedProject copied(String project) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(project))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                java(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return this;
    }

    ReportedProject java(Map<String, String> sources) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            java(source.getKey(), source.getValue());
        }
        return this;
    }

    ReportedProject java(String name, String source) throws IOException {
        if (name.endsWith("Test")) {
            classes.add("shop." + name);
        }
        return file("src/test/java/shop/" + name + ".java", source);
    }

    ReportedProject resource(String name, String text) throws IOException {
        return file("src/test/resources/" + name, text);
    }

    ReportedProject file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Returns the names of the classes that have tests. */
    List<String> classes() {
        return classes;
    }

    void writePom() throws IOException {
        file("pom.xml", """
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
                      <plugin>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <version>%s</version>
                        <configuration>%s</configuration>
                      </plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(dependencies, surefire, configuration));
    }
}
