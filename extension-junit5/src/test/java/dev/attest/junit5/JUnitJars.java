package dev.attest.junit5;

import dev.attest.Recorder;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars of each JUnit that the same classes are run on, as the build put them aside. */
public final class JUnitJars {

    private JUnitJars() {}

    /**
     * Returns a class path of Attest, its tests and one JUnit, and nothing else.
     *
     * @param first what comes before them all
     */
    public static String classPath(String version, Path first) throws IOException, URISyntaxException {
        List<String> entries = new ArrayList<>(List.of(
                first.toString(), homeOf(PublishingListener.class), homeOf(Recorder.class), homeOf(JUnitJars.class)));
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("matrix.directory"), version))) {
            jars.map(Path::toString).sorted().forEach(entries::add);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Returns the jar or folder that a class was loaded from. */
    public static String homeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
