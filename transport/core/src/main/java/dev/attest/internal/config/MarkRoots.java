package dev.attest.internal.config;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The folders whose files lines {@code [[ATTACHMENT|path]]} may name: of the build, of temporary files, and further.
 */
final class MarkRoots {

    private MarkRoots() {}

    /** @param build folder of the whole build */
    static List<Path> of(List<Path> further, Path build, Sources sources) {
        Path here = sources.workingDirectory();
        Set<Path> roots = new LinkedHashSet<>();
        for (Path each : List.of(build, here, here.resolve(property("java.io.tmpdir", sources)))) {
            Path folder = each.toAbsolutePath().normalize();
            if (!isTooWide(folder, sources)) {
                roots.add(folder);
            }
        }
        for (Path folder : further) {
            roots.add(here.resolve(folder).toAbsolutePath().normalize());
        }
        return List.copyOf(roots);
    }

    /** Where tests run in the home folder, or above, it is no folder of a build: the keys of the user are in it. */
    private static boolean isTooWide(Path folder, Sources sources) {
        String home = property("user.home", sources);
        boolean holdsHome = !home.isEmpty()
                && sources.workingDirectory()
                        .resolve(home)
                        .toAbsolutePath()
                        .normalize()
                        .startsWith(folder);
        return holdsHome || Objects.equals(folder, folder.getRoot());
    }

    private static String property(String name, Sources sources) {
        return sources.systemProperties().getOrDefault(name, "");
    }
}
