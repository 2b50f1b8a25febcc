package dev.attest.standin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Microsoft's client for Node, installed by npm in a folder, and the script that calls a stand-in with it. */
final class NodeClient {

    private static final Pattern UNREACHABLE =
            Pattern.compile("ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET|code E[45]\\d\\d");

    private final Path folder;

    private NodeClient(Path folder) {
        this.folder = folder;
    }

    /** Installs the client. Aborts the test if npm or node is missing, or npm cannot reach its registry. */
    static NodeClient install(Path folder) throws IOException, InterruptedException {
        for (var program : List.of("npm", "node")) {
            assumeTrue(isOnPath(program), "Microsoft's client needs npm and node; " + program + " is not on the PATH.");
        }
        copy("package.json", folder);
        copy("calls.js", folder);
        var output = new ArrayList<String>();
        var installed = run(
                folder,
                output,
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
        return new NodeClient(folder);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(each -> new File(each, program))
                .anyMatch(File::canExecute);
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(NodeClient.class.getResourceAsStream("node/" + name))) {
            Files.copy(in, folder.resolve(name));
        }
    }

    /** Calls a stand-in, and returns a line for each call: its name, a tab, and ok or the error. */
    List<String> call(StandIn server) throws IOException, InterruptedException {
        var output = new ArrayList<String>();
        run(folder, output, List.of("node", "calls.js", server.url().toString(), "attest-demo", "demo"));
        return output;
    }

    /** Returns whether the program ended in time and without an error. */
    private static boolean run(Path folder, List<String> output, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile(folder, "output", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var ended = process.waitFor(2, TimeUnit.MINUTES);
            output.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
            return ended && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
