package dev.attest.systemtests.builds;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a newcomer has: a pom with one dependency of ours, a class, a test. Built by a Maven of its own. */
class UserProjectIT {

    /**
     * Three files with the three settings, without them, with a flaky test, with libraries of the user's own, and with
     * versions from the BOM.
     */
    private static final String WITH_SETTINGS = "with-settings";

    private static final String WITHOUT_SETTINGS = "without-settings";
    private static final String FLAKY = "flaky";
    private static final String OWN_LIBRARIES = "own-libraries";
    private static final String MANAGED = "managed";

    private static final String KEEPS_ITS_CENTS = """
            package shop;
            import org.junit.jupiter.api.Test;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            class PriceTest {
                @Test void keepsItsCents() { assertEquals(5, new Price(5).cents()); }
            }
            """;

    private static final String IS_FLAKY = """
                package shop;
                import org.junit.jupiter.api.Test;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                class PriceTest {
                    static int tries;
                    @Test void isFlaky() {
                        dev.attest.Attest.attach(++tries + ".txt", "try " + tries, dev.attest.AttachmentType.GENERAL_ATTACHMENT);
                        assertEquals(2, tries);
                    }
                    @Test void isNot() {}
                }
                """;

    private static final String SEES_ITS_OWN_VERSIONS = """
                package shop;
                import org.junit.jupiter.api.Test;
                import static org.junit.jupiter.api.Assertions.*;
                class PriceTest {
                    @Test void seesItsOwnVersions() throws Exception {
                        assertTrue(at(com.google.gson.Gson.class).contains("gson-2.8.9"));
                        assertTrue(at(org.slf4j.Logger.class).contains("slf4j-api-1.7.32"));
                        assertTrue(at(org.apache.hc.client5.http.classic.HttpClient.class).contains("httpclient5-5.2.3"));
                        assertEquals("{\\"cents\\":5}", new com.google.gson.Gson().toJson(java.util.Map.of("cents", 5)));
                    }
                    private static String at(Class<?> type) {
                        return type.getProtectionDomain().getCodeSource().getLocation().toString();
                    }
                }
                """;

    private static final String LIBRARIES = """
                <dependency><groupId>org.apache.httpcomponents.client5</groupId><artifactId>httpclient5</artifactId><version>5.2.3</version></dependency>
                <dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId><version>2.8.9</version></dependency>
                <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>1.7.32</version></dependency>
                """;

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildThemAll() throws Exception {
        Reactor reactor = new Reactor(folder);
        writeTo(reactor.add(WITHOUT_SETTINGS, Map.of()), "", KEEPS_ITS_CENTS);
        writeTo(reactor.add(WITH_SETTINGS, settings(WITH_SETTINGS)), "", KEEPS_ITS_CENTS);
        writeTo(reactor.add(OWN_LIBRARIES, settings(OWN_LIBRARIES)), LIBRARIES, SEES_ITS_OWN_VERSIONS);
        String again = "<rerunFailingTestsCount>2</rerunFailingTestsCount>";
        writeTo(reactor.add(FLAKY, settings(FLAKY), again), "", IS_FLAKY);
        Path managed = reactor.add(MANAGED, settings(MANAGED));
        writeTo(managed, "", KEEPS_ITS_CENTS);
        Path sample = Path.of(System.getProperty("checkout.root"), "samples/maven-bom/pom.xml");
        write(managed, "pom.xml", Files.readString(sample));
        built = reactor.test(Map.of());
        assertThat(built.maven().exitCode()).as(built.maven().out()).isZero();
    }

    private static Map<String, String> settings(String project) throws IOException {
        Service service = Service.start();
        SERVICES.put(project, service);
        return service.environment();
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @Test
    void publishesWithThreeSettings() {
        ChildJvm.Ended maven = built.of(WITH_SETTINGS);
        Service service = SERVICES.get(WITH_SETTINGS);

        assertThat(maven.out()).contains("Attest: publishes to " + service.url() + ", project demo");
        assertThat(maven.lastLine()).startsWith("Attest: 1 test: 1 passed; http");
        assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        assertThat(service.results())
                .extracting(ServiceView.Result::title, ServiceView.Result::outcome)
                .containsExactly(tuple("PriceTest › keepsItsCents()", "Passed"));
    }

    @Test
    void takesTheVersionFromTheBom() {
        assertThat(SERVICES.get(MANAGED).results())
                .as(built.of(MANAGED).out())
                .extracting(ServiceView.Result::title, ServiceView.Result::outcome)
                .containsExactly(tuple("PriceTest › keepsItsCents()", "Passed"));
    }

    @Test
    void isSilentAndLeavesNoFileWithoutSettings() throws Exception {
        ChildJvm.Ended maven = built.of(WITHOUT_SETTINGS);

        assertThat(maven.out()).contains("Tests run: 1").doesNotContainIgnoringCase("attest:");
        assertThat(maven.err()).isEmpty();
        try (Stream<Path> files = Files.walk(folder.resolve(WITHOUT_SETTINGS))) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.endsWith("target/attest"));
        }
    }

    @Test
    void showsATestThatSurefireRunsAgainInOneRow() {
        ChildJvm.Ended maven = built.of(FLAKY);
        Service service = SERVICES.get(FLAKY);

        assertThat(service.view().runs()).hasSize(1);
        assertThat(service.results())
                .extracting(ServiceView.Result::title, ServiceView.Result::outcome, ServiceView.Result::message)
                .containsExactlyInAnyOrder(
                        tuple("PriceTest › isFlaky()", "Passed", ""), tuple("PriceTest › isNot()", "Passed", ""));
        assertThat(service.results())
                .filteredOn(result -> result.title().contains("isFlaky"))
                .flatExtracting(ServiceView.Result::attempts)
                .extracting(ServiceView.Attempt::number, ServiceView.Attempt::outcome, ServiceView.Attempt::message)
                .containsExactly(tuple(1, "Failed", "expected: <2> but was: <1>"), tuple(2, "Passed", ""));
        ServiceView.Result flaky = service.results().stream()
                .filter(result -> result.title().contains("isFlaky"))
                .findFirst()
                .orElseThrow();
        assertThat(service.view().attachments(1, flaky.id())).isEmpty();
        assertThat(flaky.attempts())
                .flatExtracting(attempt -> service.view().attachments(1, flaky.id(), attempt))
                .extracting(ServiceView.Attachment::fileName)
                .containsExactly("1.txt", "2.txt");
        assertThat(service.results())
                .filteredOn(result -> result.title().contains("isNot"))
                .flatExtracting(ServiceView.Result::attempts)
                .isEmpty();
        assertThat(maven.lastLine())
                .startsWith("Attest: 2 tests in 3 attempts: 2 passed, 1 passed only after a retry; http");
        assertThat(maven.notPublished()).isEmpty();
    }

    @Test
    void leavesTheUsersOwnHttpClientGsonAndSlf4jAlone() {
        ChildJvm.Ended maven = built.of(OWN_LIBRARIES);

        assertThat(maven.err()).isEmpty();
        assertThat(SERVICES.get(OWN_LIBRARIES).results())
                .as(maven.out())
                .extracting(ServiceView.Result::outcome)
                .containsExactly("Passed");
    }

    private static void writeTo(Path project, String dependencies, String test) throws IOException {
        write(project, "pom.xml", pom(dependencies));
        write(project, "src/main/java/shop/Price.java", """
                package shop;
                public record Price(int cents) {}
                """);
        write(project, "src/test/java/shop/PriceTest.java", test);
    }

    private static void write(Path project, String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String pom(String more) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId>
                  <artifactId>price</artifactId>
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
                """.formatted(System.getProperty("it.junit"), System.getProperty("it.version"), more);
    }
}
