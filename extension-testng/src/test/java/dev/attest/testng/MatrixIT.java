package dev.attest.testng;

import dev.attest.Recorder;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The same jar reports the same on every TestNG from the floor up: compiled once, run in a JVM of its own on each. What is
 * right is said by the tests whose fixtures these are, which run on the newest.
 *
 * <p>Also on a newer Java, where there is one: in {@code TEST_JAVA_HOMES}, or beside the one that runs this.
 */
class MatrixIT {

    private static final Pattern JAVA_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"7.5.1", "7.8.0", "7.12.0"})
    void reportsTheSameOnEveryTestNg(String version) throws Exception {
        assertThat(ledgerOn(version, Path.of(System.getProperty("java.home")))).isEqualTo(MatrixMain.ledger());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5.1", "7.8.0", "7.12.0"})
    void reportsTheSameOnANewerJava(String version) throws Exception {
        Optional<Path> newest = newestJavaHome();
        assumeThat(newest).as("a JDK of 21 or newer, see TEST_JAVA_HOMES").isPresent();

        assertThat(ledgerOn(version, newest.get())).isEqualTo(MatrixMain.ledger());
    }

    private String ledgerOn(String version, Path javaHome) throws Exception {
        Path ledger = folder.resolve("ledger.txt");
        Path console = folder.resolve("console.txt");
        Process process = new ProcessBuilder(
                        javaHome.resolve("bin").resolve("java").toString(),
                        "-cp",
                        classPath(version),
                        MatrixMain.class.getName(),
                        ledger.toString())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();

        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended)
                .as("ended in time; it said%n%s", Files.readString(console))
                .isTrue();
        assertThat(ledger)
                .as("ledger; the JVM said%n%s", Files.readString(console))
                .exists();
        return Files.readString(ledger);
    }

    private static String classPath(String version) throws IOException, URISyntaxException {
        List<String> entries = new ArrayList<>(
                List.of(homeOf(AttestListener.class), homeOf(Recorder.class), homeOf(MatrixMain.class)));
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("matrix.directory"), version))) {
            jars.map(Path::toString).sorted().forEach(entries::add);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String homeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static Optional<Path> newestJavaHome() throws IOException {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv().getOrDefault("TEST_JAVA_HOMES", "");
        Arrays.stream(named.split(File.pathSeparator))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .forEach(homes::add);
        try (Stream<Path> siblings =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            siblings.forEach(homes::add);
        }
        return homes.stream().filter(home -> versionOf(home) >= 21).max(Comparator.comparing(MatrixIT::versionOf));
    }

    private static int versionOf(Path javaHome) {
        try {
            Matcher version = JAVA_VERSION.matcher(Files.readString(javaHome.resolve("release")));
            return Files.isExecutable(javaHome.resolve("bin").resolve("java")) && version.find()
                    ? Integer.parseInt(version.group(1))
                    : 0;
        } catch (IOException notAJavaHome) {
            return 0;
        }
    }
}
