package dev.attest.systemtests;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jars of other versions than this build has. The build copies them to its own repository: which ones, is said by
 * {@code extraArtifacts} in the pom of this module.
 */
public final class Jars {

    private Jars() {}

    /**
     * Returns the jars with these coordinates.
     *
     * @param coordinates each {@code group:artifact:version}
     */
    static List<String> of(Collection<String> coordinates) {
        return coordinates.stream().map(Jars::jar).toList();
    }

    /** Returns the jar or folder that a class was loaded from. */
    public static String homeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a class path of what these classes were loaded from. */
    public static String homesOf(Class<?>... types) {
        return Arrays.stream(types).map(Jars::homeOf).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(String coordinates) {
        String[] parts = coordinates.split(":");
        Path jar = Path.of(
                System.getProperty("it.repository"),
                parts[0].replace('.', '/'),
                parts[1],
                parts[2],
                parts[1] + "-" + parts[2] + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: see extraArtifacts in the pom of this module");
        }
        return jar.toString();
    }
}
