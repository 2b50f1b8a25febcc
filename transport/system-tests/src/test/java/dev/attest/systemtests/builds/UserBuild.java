package dev.attest.systemtests.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A build of one or more modules that a Maven of its own runs. */
final class UserBuild {

    private final Path root;

    UserBuild(Path root) {
        this.root = root;
    }

    /** Makes the root of a reactor. */
    UserBuild aggregates(String... modules) throws IOException {
        String list = List.of(modules).stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(Collectors.joining());
        return writes("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(list));
    }

    /**
     * Makes a module with tests.
     *
     * @param folder of the module, or an empty text for the root
     * @param surefire configuration of Surefire
     */
    UserBuild module(String folder, String surefire) throws IOException {
        return writes((folder.isEmpty() ? "" : folder + "/") + "pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId>
                  <artifactId>%s</artifactId>
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
                    <dependency>
                      <groupId>dev.attest</groupId>
                      <artifactId>attest-junit5</artifactId>
                      <version>%s</version>
                      <scope>test</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <version>3.5.6</version>
                        <configuration>%s</configuration>
                      </plugin>
                      <plugin>
                        <artifactId>maven-failsafe-plugin</artifactId>
                        <version>3.5.6</version>
                        <executions><execution><goals><goal>integration-test</goal></goals></execution></executions>
                      </plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                      <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        folder.isEmpty() ? "shop" : folder,
                        System.getProperty("it.junit"),
                        System.getProperty("it.version"),
                        surefire));
    }

    /** Makes a class of two tests that pass. */
    UserBuild test(String folder, String name) throws IOException {
        return test(folder, name, "");
    }

    /** @param body of the first of the two tests */
    UserBuild test(String folder, String name, String body) throws IOException {
        return writes((folder.isEmpty() ? "" : folder + "/") + "src/test/java/shop/" + name + ".java", """
                package shop;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import org.junit.jupiter.api.MethodOrderer;
                import org.junit.jupiter.api.Test;
                import org.junit.jupiter.api.TestMethodOrder;
                @TestMethodOrder(MethodOrderer.MethodName.class)
                class %s {
                    @Test void first() throws Exception { %s }
                    @Test void second() {}
                    static void waitsForEver(String started) throws Exception {
                        Files.writeString(Path.of(started), String.valueOf(ProcessHandle.current().pid()));
                        Thread.sleep(600_000);
                    }
                }
                """.formatted(
                        name, body));
    }

    UserBuild writes(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    Path root() {
        return root;
    }
}
