package dev.attest.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the journal is kept: where the build tool cleans up, else among the temporary files. */
final class JournalFolder {

    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "build");

    private JournalFolder() {}

    static Path byDefault(Path workingDirectory, Map<String, String> systemProperties) {
        if (has(workingDirectory, "pom.xml") || has(workingDirectory, "target")) {
            return resolve(workingDirectory, "target/attest");
        }
        if (GRADLE.stream().anyMatch(name -> has(workingDirectory, name))) {
            return resolve(workingDirectory, "build/attest");
        }
        // Users share the temporary files on many systems, and must not find each other's folder in their way.
        var user = systemProperties.getOrDefault("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        var temporary = systemProperties.getOrDefault("java.io.tmpdir", "");
        return resolve(workingDirectory.resolve(temporary), user.isEmpty() ? "attest" : "attest-" + user);
    }

    static Path parse(Path workingDirectory, String text) {
        Path folder;
        try {
            folder = resolve(workingDirectory, text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("a path of this file system", e);
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("a folder, and this is a file");
        }
        return folder;
    }

    private static Path resolve(Path workingDirectory, String text) {
        return workingDirectory.resolve(text).toAbsolutePath().normalize();
    }

    private static boolean has(Path folder, String name) {
        return Files.exists(folder.resolve(name));
    }
}
