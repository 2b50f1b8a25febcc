package dev.attest.benchmarks.cold;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a JVM for one run of a suite. */
final class ColdProcess {

    private final Path folder;

    /** @param folder for what they write */
    ColdProcess(Path folder) {
        this.folder = folder;
    }

    /** Returns what a suite takes in a JVM with these options, and with the jars that a reporter needs. */
    Figures run(ColdRun.Suite suite, Reporter reporter, List<String> options) throws IOException {
        Path figures = Files.createTempFile(folder, "figures", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(reporter), ColdRun.class.getName(), suite.name(), figures.toString()));
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile()) // where reporters leave files
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(reporter.environment());
        Process process = builder.start();
        if (!ended(process)) {
            throw new IOException("Failed or hung: " + String.join(" ", command) + "\n"
                    + Files.readString(folder.resolve("err.txt")));
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        long[] read = Arrays.stream(Files.readString(figures).strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Figures(millis, read[0], read[1], read[2], read[3], read[4]);
    }

    private static boolean ended(Process process) throws IOException {
        try {
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    private String classPath(Reporter reporter) throws IOException {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.endsWith(".jar")
                        || reporter.needs(Path.of(each).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
        if (reporter.extension().isEmpty()) {
            return jars;
        }
        Path services = Files.createDirectories(folder.resolve("services-of-" + reporter + "/META-INF/services"));
        Files.writeString(services.resolve("org.junit.jupiter.api.extension.Extension"), reporter.extension());
        return folder.resolve("services-of-" + reporter) + File.pathSeparator + jars;
    }
}
