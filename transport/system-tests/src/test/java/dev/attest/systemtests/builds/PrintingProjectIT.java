package dev.attest.systemtests.builds;

import dev.attest.testkit.Printed;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A project that prints umlauts and logs with three libraries, built by Maven where the locale knows ASCII alone. */
class PrintingProjectIT {

    /** Whose loggers begin in a test, and before the tests. */
    private static final String LATE = "late";

    private static final String EARLY = "early";

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>shop</groupId>
              <artifactId>talk</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency><groupId>org.junit</groupId><artifactId>junit-bom</artifactId><version>%s</version><type>pom</type><scope>import</scope></dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
                <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><scope>test</scope></dependency>
                <dependency><groupId>org.junit.platform</groupId><artifactId>junit-platform-launcher</artifactId><scope>test</scope></dependency>
                <dependency><groupId>dev.attest</groupId><artifactId>attest-junit5</artifactId><version>%s</version><scope>test</scope></dependency>
                <dependency><groupId>ch.qos.logback</groupId><artifactId>logback-classic</artifactId><version>1.5.18</version><scope>test</scope></dependency>
                <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.4</version><scope>test</scope></dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.6</version></plugin>
                  <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                  <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildItTwice() throws Exception {
        Reactor reactor = new Reactor(folder);
        add(reactor, LATE, "");
        add(reactor, EARLY, "<systemPropertyVariables><early>true</early></systemPropertyVariables>");
        built = reactor.test(Map.of("LC_ALL", "C"));
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    private static void add(Reactor reactor, String name, String surefire) throws IOException {
        Service service = Service.start();
        SERVICES.put(name, service);
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_OUTPUT", "always");
        writeTo(reactor.add(name, environment, surefire));
    }

    private static void writeTo(Path project) throws IOException {
        write(project, "pom.xml", POM.formatted(System.getProperty("it.junit"), System.getProperty("it.version")));
        write(
                project,
                "src/test/resources/META-INF/services/org.junit.platform.launcher.LauncherSessionListener",
                "shop.Early");
        write(project, "src/test/java/shop/Early.java", """
                package shop;
                import org.junit.platform.launcher.*;
                public class Early implements LauncherSessionListener {
                    @Override public void launcherSessionOpened(LauncherSession session) {
                        if (Boolean.getBoolean("early")) log("before the tests");
                    }
                    static void log(String when) {
                        org.slf4j.LoggerFactory.getLogger("shop").info("logback " + when);
                        org.apache.logging.log4j.LogManager.getLogger("shop").error("log4j " + when);
                        java.util.logging.Logger.getLogger("shop").info("jul " + when);
                    }
                }
                """);
        write(project, "src/test/java/shop/TalkTest.java", """
                package shop;
                import org.junit.jupiter.api.Test;
                class TalkTest {
                    @Test void talks() {
                        System.out.println("out äöü€");
                        System.out.printf("%s%n", "printf äöü€");
                        System.err.println("err äöü€");
                        Early.log("in a test");
                    }
                }
                """);
    }

    @Test
    void keepsUmlautsInSurefiresReportAndInOurs() throws Exception {
        Output output = outputOf(LATE);

        assertThat(output.report).contains("out äöü€\nprintf äöü€\n").contains("err äöü€\n");
        assertThat(output.out).startsWith("out äöü€\nprintf äöü€\n");
        assertThat(output.err).startsWith("err äöü€\n");
    }

    @Test
    void hearsLoggersThatBeginInATest() throws Exception {
        Output output = outputOf(LATE);

        assertThat(output.out).contains("logback in a test\n").contains("log4j in a test\n");
        assertThat(output.err).contains("jul in a test\n");
    }

    /**
     * Log4j's and the JDK's console handlers keep the stream that they find when they begin, and Logback's does not.
     */
    @Test
    void hearsOnlyLogbackWhereLoggersBeganBefore() throws Exception {
        Output output = outputOf(EARLY);

        assertThat(output.out).contains("logback in a test\n").doesNotContain("log4j");
        assertThat(output.err).doesNotContain("jul");
        assertThat(output.report).contains("log4j in a test").contains("jul in a test");
    }

    private record Output(String report, String out, String err) {}

    private static Output outputOf(String project) throws Exception {
        assertThat(built.maven().exitCode()).as(built.of(project).out()).isZero();
        Service service = SERVICES.get(project);
        ServiceView.Result result = service.results().get(0);
        Printed printed = new Printed(service);
        return new Output(
                Files.readString(folder.resolve(project).resolve("target/surefire-reports/TEST-shop.TalkTest.xml")),
                printed.of(result, Printed.OUT),
                printed.of(result, Printed.ERR));
    }

    private static void write(Path project, String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
