package dev.attest.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder of the journals: in the output folder of the build tool, otherwise among the temporary files. */
public final class JournalsFolder {

    private static final List<String> MAVEN = List.of("pom.xml", "target");
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "build");

    private JournalsFolder() {}

    /** Returns whether a build tool builds this folder, so that tests keep their journals in it. */
    public static boolean isInProject(Path workingDirectory) {
        return hasAny(workingDirectory, MAVEN) || hasAny(workingDirectory, GRADLE);
    }

    static Path defaultFolder(Path workingDirectory, Map<String, String> systemProperties) {
        if (hasAny(workingDirectory, MAVEN)) {
            return resolve(workingDirectory, "target/attest");
        }
        if (hasAny(workingDirectory, GRADLE)) {
            return resolve(workingDirectory, "build/attest");
        }
        // On many systems users share one folder for temporary files, so each user gets a folder in it.
        var user = systemProperties.getOrDefault("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        var temporary = systemProperties.getOrDefault("java.io.tmpdir", "");
        return resolve(workingDirectory.resolve(temporary), user.isEmpty() ? "attest" : "attest-" + user);
    }

    /** Returns the folder, which may not exist yet; an IllegalArgumentException says that it is a file. */
    static Path requireNoFile(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("a folder, and this is a file");
        }
        return folder;
    }

    private static Path resolve(Path workingDirectory, String text) {
        return workingDirectory.resolve(text).toAbsolutePath().normalize();
    }

    private static boolean hasAny(Path folder, List<String> names) {
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                return true;
            }
        }
        return false;
    }
}
