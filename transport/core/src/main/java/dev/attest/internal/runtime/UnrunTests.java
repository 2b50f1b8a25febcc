package dev.attest.internal.runtime;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether Surefire leaves out the tests of TestNG: before 3.6 it runs those of JUnit alone if both are on the
 * class path, and does not say so. Applies only if the class path has both extensions of Attest. Surefire runs the
 * tests of TestNG alone only if the user configures its provider, and then may run those of JUnit in a later JVM.
 */
final class UnrunTests {

    private static final List<String> EXTENSIONS =
            List.of("dev/attest/junit5/PublishingListener.class", "dev/attest/testng/AttestListener.class");

    private static final String JUNIT_PROVIDER = "org/apache/maven/surefire/junitplatform/JUnitPlatformProvider.class";
    private static final String TESTNG_PROVIDER = "org/apache/maven/surefire/testng/TestNGProvider.class";

    private static final String ANNOTATION = "Lorg/testng/annotations/Test;";

    private static final String ENGINES = "META-INF/services/org.junit.platform.engine.TestEngine";

    /** Names of top-level classes that Surefire and Failsafe run by default. */
    private static final Pattern TEST_CLASS =
            Pattern.compile("(?:Test[^$]*|[^$]*(?:Tests?|TestCase)|IT[^$]*|[^$]*(?:IT|ITCase))\\.class");

    private final Map<String, String> properties;
    private final ClassLoader loader;

    /** @param properties system properties */
    UnrunTests(Map<String, String> properties, ClassLoader loader) {
        this.properties = properties;
        this.loader = loader;
    }

    /** Returns a sentence that names a test that Surefire does not run, and what to do; empty if it runs all. */
    String warning() {
        boolean runsJUnitAlone = has(JUNIT_PROVIDER) && !has(TESTNG_PROVIDER) && !hasEngineForTestNg();
        if (!isFirstForkOfSurefire()
                || isAnyAskedFor()
                || !EXTENSIONS.stream().allMatch(this::has)
                || !runsJUnitAlone) {
            return "";
        }
        return testOfTestNg()
                .map(test -> "Surefire runs the tests of JUnit only, and none of TestNG, such as " + test
                        + ". To run both, use Surefire 3.6 or later, or add org.junit.support:testng-engine to the"
                        + " dependencies.")
                .orElse("");
    }

    /** The number of a fork is at the end of its command: the others need not say the same. */
    private boolean isFirstForkOfSurefire() {
        String command = properties.getOrDefault("sun.java.command", "");
        return command.contains("surefire") && !command.matches(".*-jvmRun(?!1\\b)\\d+.*");
    }

    /** Returns whether the user named the tests to run. */
    private boolean isAnyAskedFor() {
        return properties.containsKey("test") || properties.containsKey("it.test");
    }

    private boolean has(String resource) {
        return loader.getResource(resource) != null;
    }

    private boolean hasEngineForTestNg() {
        try {
            for (URL services : Collections.list(loader.getResources(ENGINES))) {
                try (var text = services.openStream()) {
                    if (new String(text.readAllBytes(), StandardCharsets.UTF_8).contains(".testng.")) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            // Assume that there is one.
            return true;
        }
    }

    private Optional<String> testOfTestNg() {
        try {
            for (URL folder : Collections.list(loader.getResources(""))) {
                Optional<String> found =
                        folder.getProtocol().equals("file") ? testIn(Path.of(toUri(folder))) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static URI toUri(URL folder) throws IOException {
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> testIn(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file ->
                            TEST_CLASS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
        for (Path file : classes) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (content.contains(ANNOTATION)) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
                return Optional.of(name.substring(0, name.length() - ".class".length()));
            }
        }
        return Optional.empty();
    }
}
