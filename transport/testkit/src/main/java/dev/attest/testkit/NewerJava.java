package dev.attest.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java of 21 or newer on this machine: in {@code TEST_JAVA_HOMES}, or beside the one that runs this. */
public final class NewerJava {

    /** What a test says that is skipped without one. */
    public static final String MISSING = "a JDK of 21 or newer, see TEST_JAVA_HOMES";

    private static final Pattern JAVA_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private NewerJava() {}

    /** Returns the newest one. */
    public static Optional<Path> home() throws IOException {
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
        return homes.stream().filter(home -> versionOf(home) >= 21).max(Comparator.comparing(NewerJava::versionOf));
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
