package dev.attest.internal.config;

import dev.attest.internal.config.setting.RunScope;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The build for which this JVM runs tests. It is found by the ancestors of this process: forks of Surefire and Failsafe
 * descend from Maven, and workers of Gradle from its daemon.
 *
 * @param scope the scope of a run of this build
 * @param root folder of the whole build; this JVM can belong to a module of it
 */
record BuildProcess(RunScope scope, Path root) {

    private static final String MAVEN_LAUNCHER = "org.codehaus.plexus.classworlds.launcher.Launcher";
    private static final String MAVEN_ROOT = "-Dmaven.multiModuleProjectDirectory=";
    private static final String MAVEN_DAEMON = "mvnd";

    static Optional<BuildProcess> of(
            List<Ancestor> ancestry, Map<String, String> systemProperties, Path workingDirectory) {
        String command = systemProperties.getOrDefault("sun.java.command", "");
        if (command.startsWith(MAVEN_LAUNCHER)) {
            return ancestry.stream().findFirst().map(maven -> ofMaven(maven, workingDirectory));
        }
        Optional<Ancestor> parent =
                ancestry.stream().skip(1).filter(Ancestor::runsJava).findFirst();
        if (command.contains("surefire")) {
            return parent.map(maven -> ofMaven(maven, workingDirectory));
        }
        return systemProperties.containsKey("org.gradle.test.worker")
                ? parent.map(gradle -> ofGradle(gradle, workingDirectory))
                : Optional.empty();
    }

    /** Maven ends with its build; the Maven daemon serves many builds. */
    private static BuildProcess ofMaven(Ancestor maven, Path workingDirectory) {
        boolean endsWithBuild = maven.arguments().stream().noneMatch(argument -> argument.contains(MAVEN_DAEMON));
        Path declared = maven.arguments().stream()
                .filter(argument -> argument.startsWith(MAVEN_ROOT))
                .map(argument -> folder(argument.substring(MAVEN_ROOT.length())))
                .filter(Objects::nonNull)
                .filter(workingDirectory::startsWith)
                .findFirst()
                .orElse(null);
        Path root = declared == null ? mavenRoot(workingDirectory) : declared;
        return new BuildProcess(new RunScope(key("maven", maven), endsWithBuild, false), root);
    }

    private static BuildProcess ofGradle(Ancestor daemon, Path workingDirectory) {
        Path root = withParents(workingDirectory)
                .filter(folder -> has(folder, "settings.gradle") || has(folder, "settings.gradle.kts"))
                .findFirst()
                .orElse(workingDirectory);
        return new BuildProcess(new RunScope(key("gradle", daemon), false, false), root);
    }

    private static Path mavenRoot(Path module) {
        return withParents(module)
                .filter(folder -> has(folder, ".mvn"))
                .findFirst()
                .orElseGet(() -> withParents(module)
                        .takeWhile(folder -> has(folder, "pom.xml"))
                        .reduce(module, (lower, higher) -> higher));
    }

    private static Stream<Path> withParents(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent);
    }

    private static String key(String tool, Ancestor process) {
        return tool + "-" + process.pid() + "-" + process.start();
    }

    private static @Nullable Path folder(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean has(Path folder, String name) {
        return Files.exists(folder.resolve(name));
    }
}
