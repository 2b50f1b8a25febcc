package dev.attest.internal.runtime;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnrunTestsTest {

    private static final String JUNIT_PROVIDER = "org/apache/maven/surefire/junitplatform/JUnitPlatformProvider.class";
    private static final String TESTNG_PROVIDER = "org/apache/maven/surefire/testng/TestNGProvider.class";

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "sun.java.command", "/tmp/surefirebooter1.jar /tmp/surefire 2026-11-29-jvmRun1 surefire2 surefire_03"));

    @BeforeEach
    void hasBothExtensionsAndTestsOfBoth() throws IOException {
        write("dev/attest/junit5/PublishingListener.class", "");
        write("dev/attest/testng/AttestListener.class", "");
        write("shop/CartTest.class", "Êþ Lorg/testng/annotations/Test; ");
        write("shop/PriceTest.class", "Êþ Lorg/junit/jupiter/params/ParameterizedTest; ");
    }

    @Test
    void areNamedWhereSurefireRunsJUnitAlone() throws IOException {
        write(JUNIT_PROVIDER, "");

        assertThat(warning())
                .startsWith("Surefire runs the tests of JUnit only, and none of TestNG, such as shop.CartTest.")
                .contains("org.junit.support:testng-engine", "Surefire 3.6");
    }

    /** One for JUnit may run in a later JVM. */
    @Test
    void areNoneWhereTheUserHasConfiguredTheProviderForTestNg() throws IOException {
        write(TESTNG_PROVIDER, "");

        assertThat(warning()).isEmpty();
    }

    @Test
    void areNoneWhereSurefireHasBothProviders() throws IOException {
        write(JUNIT_PROVIDER, "");
        write(TESTNG_PROVIDER, "");

        assertThat(warning()).isEmpty();
    }

    @Test
    void areNoneWhereAnEngineRunsTestNg() throws IOException {
        write(JUNIT_PROVIDER, "");
        write(
                "META-INF/services/org.junit.platform.engine.TestEngine",
                "org.junit.support.testng.engine.TestNGTestEngine");

        assertThat(warning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker.org.gradle.process.internal.worker.GradleWorkerMain", "", "surefire 2026-jvmRun12"})
    void areNotLookedForOutsideOfTheFirstForkOfSurefire(String command) throws IOException {
        write(JUNIT_PROVIDER, "");
        properties.put("sun.java.command", command);

        assertThat(warning()).isEmpty();
    }

    @Test
    void areNotLookedForWhereTheUserNamesTests() throws IOException {
        write(JUNIT_PROVIDER, "");
        properties.put("test", "PriceTest");

        assertThat(warning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev/attest/testng/AttestListener.class", "shop/CartTest.class"})
    void areNoneWithoutTheExtensionOrWithoutATest(String missing) throws IOException {
        write(JUNIT_PROVIDER, "");
        Files.delete(folder.resolve(missing));

        assertThat(warning()).isEmpty();
    }

    /** They may be fixtures of tests of the other framework. */
    @ParameterizedTest
    @ValueSource(strings = {"shop/CartTest$Fixture.class", "shop/Cart.class"})
    void areNoClassesThatSurefireWouldNotRunEither(String name) throws IOException {
        write(JUNIT_PROVIDER, "");
        Files.move(folder.resolve("shop/CartTest.class"), folder.resolve(name));

        assertThat(warning()).isEmpty();
    }

    private String warning() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return new UnrunTests(properties, loader).warning();
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
