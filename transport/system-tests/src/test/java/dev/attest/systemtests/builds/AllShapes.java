package dev.attest.systemtests.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project with tests of every shape that Surefire's XML has a name for, and our extension. */
final class AllShapes {

    private static final String IMPORTS = """
            package shop;
            import java.net.URI;
            import java.util.stream.Stream;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            import org.junit.jupiter.params.provider.*;
            import org.junit.platform.suite.api.*;
            import static org.junit.jupiter.api.Assertions.*;
            import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
            import static org.junit.jupiter.api.DynamicTest.dynamicTest;
            """;

    /** A file each, called as the first class in it. */
    private static final String TESTS = """
            class MethodsTest extends Ancestor {
                @Test void plain() {}
                @DisplayName("in words") @Test void displayed() {}
                @Test void takesInfo(TestInfo info) {}
                @Test void overloaded() {}
                @Test void overloaded(TestInfo info) {}
                @Test void fails() { fail("on purpose"); }
                @Test void throwsException() { throw new IllegalStateException("on purpose"); }
                @Test void assumes() { Assumptions.assumeTrue(false, "not here"); }
                @Disabled("off") @Test void off() {}
            }
            class Ancestor {
                @Test void inherited() {}
                @ParameterizedTest @ValueSource(ints = 1) void inheritedRows(int number) {}
            }
            ----
            class InvocationsTest {
                @ParameterizedTest @ValueSource(strings = {"a", "b c"}) void rows(String text) {}
                @ParameterizedTest(name = "{0}") @ValueSource(ints = {1, 2}) void namedRows(int number) { assertEquals(1, number); }
                @DisplayName("in words") @ParameterizedTest @ValueSource(ints = 1) void displayedRows(int number, TestInfo info) {}
                @ParameterizedTest @MethodSource("none") void noRows(int number) {}
                static Stream<Integer> none() { throw new IllegalStateException("on purpose"); }
                @Disabled @ParameterizedTest @ValueSource(ints = 1) void offRows(int number) {}
                @RepeatedTest(2) void repeated() {}
                @RepeatedTest(2) void repeatedWithInfo(RepetitionInfo info) {}
                @Disabled @RepeatedTest(2) void offRepeated() {}
            }
            ----
            class DynamicTests_Test {
                @TestFactory Stream<DynamicNode> dynamic() {
                    return Stream.of(
                            dynamicTest("one", () -> {}),
                            dynamicContainer("box", Stream.of(
                                    dynamicTest("two", () -> {}),
                                    dynamicContainer("[box]", Stream.of(dynamicTest("three", () -> fail("on purpose")))))),
                            dynamicTest("a resource", URI.create("classpath:/cart.feature"), () -> {}),
                            dynamicTest("a method", URI.create("method:shop.MethodsTest#plain()"), () -> {}));
                }
                @TestFactory DynamicTest single(TestInfo info) { return dynamicTest("single", () -> {}); }
                @TestFactory Stream<DynamicTest> failsAtOnce() { throw new IllegalStateException("on purpose"); }
                @TestFactory Stream<DynamicTest> failsLate() {
                    return Stream.of(1, 2).map(number -> dynamicTest("number " + 2 / (2 - number), () -> {}));
                }
                @Disabled @TestFactory Stream<DynamicTest> off() { return null; }
            }
            ----
            class NestedTest {
                @Test void plain() {}
                @Nested class Inner {
                    @Test void plain() {}
                    @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                    @Disabled @ParameterizedTest @ValueSource(ints = 1) void offRows(int number) {}
                    @TestFactory DynamicTest dynamic() { return dynamicTest("one", () -> {}); }
                    @DisplayName("Deeper still") @Nested class Deeper { @Test void plain() {} }
                }
                @Disabled("off") @Nested class Off {
                    @Test void plain() {}
                    @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                }
            }
            ----
            @DisplayName("A cart") class DisplayedTest {
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                @Disabled @ParameterizedTest @ValueSource(ints = 1) void offRows(int number) {}
                @ParameterizedTest @MethodSource("none") void noRows(int number) {}
                static Stream<Integer> none() { throw new IllegalStateException("on purpose"); }
                @TestFactory DynamicTest dynamic() { return dynamicTest("one", URI.create("classpath:/a"), () -> {}); }
                @Nested class Inner { @Test void plain() {} }
            }
            ----
            @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class) class Generated_Test {
                @Test void plain_test() {}
                @Nested class In_ner { @Test void plain_test() {} }
            }
            ----
            @ParameterizedClass @ValueSource(ints = {7, 8}) class RowsOfClassTest {
                @Parameter int row;
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = {1, 2}) void rows(int number) {}
                @RepeatedTest(2) void repeated() {}
                @TestFactory DynamicTest dynamic() { return dynamicTest("one", () -> {}); }
                @Nested class Inner { @Test void plain() {} }
            }
            ----
            class BeforeAllTest {
                @BeforeAll static void begin() { fail("on purpose"); }
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                @Nested class Inner { @Test void plain() {} }
            }
            ----
            class InnerBeforeAllTest {
                @Test void plain() {}
                @Nested class Inner {
                    @BeforeAll static void begin() { fail("on purpose"); }
                    @Test void plain() {}
                }
            }
            ----
            class AfterAllTest {
                @AfterAll static void end() { fail("on purpose"); }
                @Test void plain() {}
            }
            ----
            @DisplayName("An end") class DisplayedAfterAllTest {
                @AfterAll static void end() { fail("on purpose"); }
                @Test void plain() {}
            }
            ----
            class AbortedTest {
                @BeforeAll static void begin() { Assumptions.assumeTrue(false, "not here"); }
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
            }
            ----
            @Disabled("off") class OffTest {
                @Test void plain() {}
                @DisplayName("in words") @Test void displayed() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                @RepeatedTest(2) void repeated() {}
                @TestFactory Stream<DynamicTest> dynamic() { return null; }
                @Nested class Inner { @Test void plain() {} @Test void displayed() {} }
            }
            ----
            @DisplayName("Not now") @Disabled("off") class OffAndDisplayedTest {
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
            }
            ----
            @Suite @SelectClasses({Member.class, DisplayedMember.class}) @SuiteDisplayName("A suite") class SomeSuiteTest {}
            class Member {
                @Test void plain() {}
                @ParameterizedTest @ValueSource(ints = 1) void rows(int number) {}
                @Disabled @Test void off() {}
                @Nested class Inner { @Test void plain() {} }
            }
            @DisplayName("A member") class DisplayedMember { @Test void plain() {} }
            ----
            @Suite @SelectClasses(DisplayedMember.class) class BeforeSuiteTest {
                @BeforeSuite static void begin() { fail("on purpose"); }
            }
            ----
            package shop;
            public class VintagePlainTest {
                @org.junit.Test public void plain() {}
                @org.junit.Test public void fails() { org.junit.Assert.fail("on purpose"); }
                @org.junit.Ignore @org.junit.Test public void off() {}
            }
            ----
            package shop;
            @org.junit.runner.RunWith(org.junit.runners.Parameterized.class) public class VintageRowsTest {
                @org.junit.runners.Parameterized.Parameters(name = "row {0}") public static Object[] rows() { return new Object[] {7, 8}; }
                public VintageRowsTest(int row) {}
                @org.junit.Test public void plain() {}
                @org.junit.Ignore @org.junit.Test public void off() {}
            }
            ----
            package shop;
            @org.junit.Ignore("off") public class VintageOffTest {
                @org.junit.Test public void plain() {}
            }
            ----
            package shop;
            public class VintageBeforeClassTest {
                @org.junit.BeforeClass public static void begin() { org.junit.Assert.fail("on purpose"); }
                @org.junit.Test public void plain() {}
            }
            """;

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>shop</groupId>
              <artifactId>names</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <maven.test.failure.ignore>true</maven.test.failure.ignore>
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency><groupId>org.junit</groupId><artifactId>junit-bom</artifactId><version>%s</version><type>pom</type><scope>import</scope></dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
                <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId></dependency>
                <dependency><groupId>org.junit.vintage</groupId><artifactId>junit-vintage-engine</artifactId></dependency>
                <dependency><groupId>org.junit.platform</groupId><artifactId>junit-platform-suite</artifactId></dependency>
                <dependency><groupId>dev.attest</groupId><artifactId>attest-junit5</artifactId><version>%s</version></dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin><artifactId>maven-surefire-plugin</artifactId><version>%s</version></plugin>
                  <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                  <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                </plugins>
              </build>
            </project>
            """;

    private AllShapes() {}

    static void write(Path project, String surefire) throws IOException {
        Path tests = Files.createDirectories(project.resolve("src/test/java/shop"));
        for (String test : TESTS.split("(?m)^--+\\R")) {
            String name = test.replaceFirst("(?s).*?class (\\w+).*", "$1");
            String imports = test.startsWith("package") ? "" : IMPORTS;
            Files.writeString(tests.resolve(name + ".java"), imports + test);
        }
        String pom = POM.formatted(System.getProperty("it.junit"), System.getProperty("it.version"), surefire);
        Files.writeString(project.resolve("pom.xml"), pom);
    }
}
