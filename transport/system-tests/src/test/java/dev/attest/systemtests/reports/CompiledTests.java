package dev.attest.systemtests.reports;

import dev.attest.systemtests.Jars;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tests that this build has compiled, for a project that runs them. */
final class CompiledTests {

    private CompiledTests() {}

    /** Copies all classes in the package of this one to the resources of a project. */
    static void copy(Class<?> member, Path project) throws IOException {
        String folder = member.getPackageName().replace('.', '/');
        Path target =
                Files.createDirectories(project.resolve("src/test/resources").resolve(folder));
        Path home = Path.of(Jars.homeOf(member));
        if (Files.isDirectory(home)) {
            copy(home.resolve(folder), target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
            copy(jar.getPath(folder), target);
        }
    }

    /** Returns the configuration of Surefire that has the homes of these classes on the class path of tests. */
    static String onClassPath(Class<?>... types) {
        return Stream.of(types)
                .map(Jars::homeOf)
                .distinct()
                .map(home -> "<additionalClasspathElement>" + home + "</additionalClasspathElement>")
                .collect(Collectors.joining("", "<additionalClasspathElements>", "</additionalClasspathElements>"));
    }

    private static void copy(Path folder, Path target) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }
}
