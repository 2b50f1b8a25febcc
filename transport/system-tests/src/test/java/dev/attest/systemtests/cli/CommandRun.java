package dev.attest.systemtests.cli;

import dev.attest.testkit.ClassDataArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the jar as a user does, in a JVM of its own. */
public final class CommandRun {

    /** What it ended with and printed. */
    public record Ended(int exitCode, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Path script;
    private final List<String> before = new ArrayList<>();
    private Duration patience = Duration.ofMinutes(2);
    private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

    /** @param folder that it is run in */
    public CommandRun(Path folder) {
        this.folder = folder;
    }

    /** Sets environment variables. */
    public CommandRun with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Sets an environment variable. */
    public CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Has the JVM trust what is in this store, and nothing else. */
    CommandRun trusting(Path store) {
        options.add("-Djavax.net.ssl.trustStore=" + store);
        options.add("-Djavax.net.ssl.trustStorePassword=" + TlsServer.PASSWORD);
        return this;
    }

    /** Gives the JVM no more of something than a user may have, as {@code ulimit -n 256} does. */
    CommandRun after(String command) {
        before.addAll(List.of("/bin/bash", "-c", command + " && exec \"$@\"", "-"));
        return this;
    }

    /** Lets it take longer than two minutes. */
    CommandRun within(Duration longer) {
        patience = longer;
        return this;
    }

    /** Gives the JVM so much memory. */
    public CommandRun heap(String size) {
        options.add("-Xmx" + size);
        return this;
    }

    /** Runs it at a terminal that this program makes. */
    CommandRun atATerminal(Path program) {
        script = program;
        return this;
    }

    /** Runs it to its end. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(SharedClassData.OPTIONS);
        command.addAll(List.of("-jar", System.getProperty("cli.jar")));
        command.addAll(List.of(arguments));
        if (script != null) {
            command = List.of(script.toString(), "-qec", String.join(" ", command), "/dev/null");
        }
        Path out = Files.createTempFile("attest-cli", ".out");
        Path err = Files.createTempFile("attest-cli", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(CommandRun::wouldBeRead);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the command did not end within " + patience + ": " + command);
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static boolean wouldBeRead(String name) {
        return name.startsWith("ATTEST_")
                || name.startsWith("SYSTEM_")
                || name.startsWith("BUILD_")
                || name.equals("TF_BUILD")
                || name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy");
    }

    /** The archive of the jar, made by the first run. */
    private static final class SharedClassData {

        private static final List<String> OPTIONS = options();

        private static List<String> options() {
            Path jar = Path.of(System.getProperty("cli.jar"));
            Map<String, String> nobodyThere = Map.of(
                    "ATTEST_AZURE_URL", "http://127.0.0.1:1/DefaultCollection",
                    "ATTEST_AZURE_PROJECT", "demo",
                    "ATTEST_AZURE_TOKEN", "none");
            try {
                return ClassDataArchive.of("cli", jar, List.of("-jar", jar.toString(), "doctor"), nobodyThere)
                        .options();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no archive of classes could be made", e);
            }
        }
    }
}
