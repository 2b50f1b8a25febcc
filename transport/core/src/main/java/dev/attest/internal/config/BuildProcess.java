package dev.attest.internal.config;

import dev.attest.internal.config.setting.RunScope;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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

    /**
     * Returns the build; null if no build tool runs the tests.
     *
     * @param ancestry this process, its parent and so on; asked for only where a build tool runs the tests
     */
    static @Nullable BuildProcess of(
            Supplier<List<Ancestor>> ancestry, Map<String, String> systemProperties, Path workingDirectory) {
        String command = systemProperties.getOrDefault("sun.java.command", "");
        if (command.startsWith(MAVEN_LAUNCHER)) {
            List<Ancestor> all = ancestry.get();
            return all.isEmpty() ? null : ofMaven(all.get(0), workingDirectory);
        }
        boolean surefire = command.contains("surefire");
        if (!surefire && !systemProperties.containsKey("org.gradle.test.worker")) {
            return null;
        }
        Ancestor tool = parent(ancestry.get());
        if (tool == null) {
            return null;
        }
        return surefire ? ofMaven(tool, workingDirectory) : ofGradle(tool, workingDirectory);
    }

    private static @Nullable Ancestor parent(List<Ancestor> ancestry) {
        for (int i = 1; i < ancestry.size(); i++) {
            if (ancestry.get(i).runsJava()) {
                return ancestry.get(i);
            }
        }
        return null;
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

    private static BuildProcess ofGradle(Ancestor gradle, Path workingDirectory) {
        Path root = withParents(workingDirectory)
                .filter(folder -> has(folder, "settings.gradle") || has(folder, "settings.gradle.kts"))
                .findFirst()
                .orElse(workingDirectory);
        return new BuildProcess(GradleBuild.of(gradle, root).scope(key("gradle", gradle)), root);
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
