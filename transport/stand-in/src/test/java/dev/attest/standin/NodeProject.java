package dev.attest.standin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A project for Node among the resources of the tests, installed by npm in a folder. */
final class NodeProject {

    private static final Pattern UNREACHABLE =
            Pattern.compile("ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET|code E[45]\\d\\d");

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs a project. Aborts the test if npm or node is missing, or npm cannot reach its registry.
     *
     * @param resources folder of the project among the resources
     * @param files its files, with package.json
     */
    static NodeProject install(Path folder, String resources, String... files)
            throws IOException, InterruptedException {
        for (var program : List.of("npm", "node")) {
            assumeTrue(isOnPath(program), "This needs npm and node; " + program + " is not on the PATH.");
        }
        for (var file : files) {
            copy(resources, file, folder);
        }
        var output = new ArrayList<String>();
        var installed = run(
                folder,
                output,
                Map.of(),
                List.of(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--no-package-lock",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--fetch-retries=0"));
        var said = String.join("\n", output);
        assumeTrue(installed || !UNREACHABLE.matcher(said).find(), "npm cannot reach its registry: " + said);
        assertThat(installed).as("npm install: " + said).isTrue();
        return new NodeProject(folder);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(each -> new File(each, program))
                .anyMatch(File::canExecute);
    }

    private static void copy(String resources, String name, Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(NodeProject.class.getResourceAsStream(resources + "/" + name))) {
            Files.copy(in, folder.resolve(name));
        }
    }

    /** Runs a program of the project against a stand-in, and returns what it says. */
    List<String> run(StandIn server, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var output = new ArrayList<String>();
        var all = new HashMap<>(environment);
        all.put("STAND_IN_URL", server.url().toString());
        all.put("STAND_IN_PROJECT", server.project());
        all.put("STAND_IN_TOKEN", server.token());
        run(folder, output, all, List.of(command));
        return output;
    }

    /** Returns whether the program ended in time and without an error. */
    private static boolean run(Path folder, List<String> output, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            var ended = process.waitFor(2, TimeUnit.MINUTES);
            output.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
            return ended && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
