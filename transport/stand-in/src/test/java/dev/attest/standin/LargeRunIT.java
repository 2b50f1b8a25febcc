package dev.attest.standin;

import dev.attest.standin.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LargeRunIT {

    private static final int BATCHES = 30;

    @TempDir
    Path folder;

    @Test
    void takesAndShowsALargeRunInASmallHeap() throws IOException, InterruptedException {
        var ready = folder.resolve("ready.properties");
        var process = start(ready);
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(ready));
            var client = Client.at(url(ready));
            var results = "runs/" + client.createRun() + "/results";
            var row = "{'testCaseTitle':'pays by card','outcome':'%s','state':'Completed','comment':'" + "a".repeat(200)
                    + "'}";
            var batch = "[" + (row.formatted("Passed") + ",").repeat(999) + row.formatted("Failed") + "]";

            for (var sent = 0; sent < BATCHES; sent++) {
                assertThat(client.post(results, batch).status()).isEqualTo(200);
            }

            assertThat(ids(client, results + "?$skip=29990&$top=3")).isEqualTo(List.of(129990, 129991, 129992));
            assertThat(ids(client, results + "?outcomes=Failed&$skip=28")).isEqualTo(List.of(128999, 129999));
            assertThat(client.get("runs/1").json().get("passedTests").asInt()).isEqualTo(BATCHES * 999);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<Integer> ids(Client client, String path) {
        return client.get(path).json().findValues("id").stream()
                .filter(id -> id.isInt())
                .map(id -> id.asInt())
                .toList();
    }

    private Process start(Path ready) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port=0",
                        "--data=" + folder.resolve("data"),
                        "--ready-file=" + ready,
                        "--exit-with-parent")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static String url(Path ready) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(ready)) {
            properties.load(reader);
        }
        return properties.getProperty("url");
    }
}
