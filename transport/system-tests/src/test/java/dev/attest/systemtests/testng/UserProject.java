package dev.attest.systemtests.testng;

import dev.attest.testkit.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** A project outside of this one, as a user has it, with both extensions on its class path. */
final class UserProject {

    static final String JUPITER = dependency("org.junit.jupiter", "junit-jupiter", System.getProperty("it.junit"));
    static final String ENGINE = dependency("org.junit.support", "testng-engine", "1.1.0");

    static final String LAUNCHER = dependency("org.junit.platform", "junit-platform-launcher", platform());
    static final String TEST_KIT = dependency("org.junit.platform", "junit-platform-testkit", platform());

    private static final Path PROJECTS = Path.of("src", "test", "projects");

    private final Path folder;
    private final Path sources;
    private final List<Path> classes = new ArrayList<>();
    private String surefire = "3.5.6";
    private String configuration = "";
    private String dependencies = "";
    private String providers = "";

    UserProject(Path folder) {
        this(folder, "shop");
    }

    /** @param sources name of the project among the sources of this module */
    UserProject(Path folder, String sources) {
        this.folder = folder;
        this.sources = PROJECTS.resolve(sources);
    }

    UserProject surefire(String version, String more) {
        surefire = version;
        configuration = more;
        return this;
    }

    UserProject depending(String more) {
        dependencies = more;
        return this;
    }

    UserProject withProviders(String... names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(dependency("org.apache.maven.surefire", name, surefire));
        }
        // A provider that is named, and not found by Surefire, would bring a launcher that is too old.
        dependencies += LAUNCHER;
        providers = "<dependencies>" + all + "</dependencies>";
        return this;
    }

    UserProject with(String... names) throws IOException {
        Path target = Files.createDirectories(folder.resolve("src/test/java/shop"));
        for (String name : names) {
            classes.add(Files.copy(sources.resolve(name + ".java"), target.resolve(name + ".java")));
        }
        return this;
    }

    /** Writes its pom, for a Maven that runs more than this project. */
    void writePom() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), pom());
    }

    /** Runs its tests with the main class of TestNG, on the class path of this JVM. */
    ChildJvm.Ended testWithoutMaven(Map<String, String> environment) throws IOException, InterruptedException {
        Path compiled = Files.createDirectories(folder.resolve("classes"));
        List<String> javac = new ArrayList<>(List.of("-d", compiled.toString()));
        classes.forEach(source -> javac.add(source.toString()));
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, javac.toArray(String[]::new));
        if (failures > 0) {
            throw new IOException("the project does not compile");
        }
        String names = classes.stream()
                .map(source -> "shop." + source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.joining(","));
        return new ChildJvm(folder, environment)
                .option("-D" + TestNGMain.CLASSES + "=" + names)
                .main(TestNGMain.class, ChildJvm.withoutStandIn() + File.pathSeparator + compiled)
                .run();
    }

    private static String platform() {
        return System.getProperty("it.junit").replaceFirst("5", "1");
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>\n";
    }

    private String pom() {
        String version = System.getProperty("it.version");
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
                    %s
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <version>%s</version>
                        <configuration>%s</configuration>
                        %s
                      </plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        dependency("org.testng", "testng", System.getProperty("it.testng"))
                                + dependency("dev.attest", "attest-testng", version)
                                + dependency("dev.attest", "attest-junit5", version)
                                + dependencies,
                        surefire,
                        configuration,
                        providers);
    }
}
