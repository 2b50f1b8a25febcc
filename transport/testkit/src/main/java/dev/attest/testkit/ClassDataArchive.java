package dev.attest.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A class-data archive of this Java, which child JVMs share: they load their classes in half the time. It is made once,
 * by a JVM that does what they do, and lies in the folder that the property {@code it.class-data} names. Where there is
 * none, or one of another class path, a JVM starts without it and says nothing.
 */
public final class ClassDataArchive {

    private static final long SECONDS_TO_MAKE_IT = 120;

    private final Path file;

    private ClassDataArchive(Path file) {
        this.file = file;
    }

    /**
     * Makes an archive, unless it is there.
     *
     * @param name of its file
     * @param newerThan what it must be newer than
     * @param command what a JVM is told after its options: class path, main class, arguments
     */
    public static ClassDataArchive of(
            String name, Path newerThan, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("it.class-data", System.getProperty("java.io.tmpdir")), name + ".jsa");
        if (!Files.exists(file)
                || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(newerThan)) < 0) {
            Files.createDirectories(file.getParent());
            make(file, command, environment);
        }
        return new ClassDataArchive(file);
    }

    /** Returns the options of a JVM that uses it. */
    public List<String> options() {
        return Files.exists(file)
                ? List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + file)
                : List.of();
    }

    private static void make(Path file, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("class-data");
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + file));
        all.addAll(command);
        ProcessBuilder process = new ProcessBuilder(all).directory(folder.toFile());
        process.environment().keySet().removeIf(ChildJvm::wouldBeRead);
        process.environment().putAll(environment);
        File said = folder.resolve("said.txt").toFile();
        Process jvm = process.redirectErrorStream(true).redirectOutput(said).start();
        if (!jvm.waitFor(SECONDS_TO_MAKE_IT, TimeUnit.SECONDS)) {
            jvm.destroyForcibly().waitFor();
            Files.deleteIfExists(file);
        }
    }
}
