package dev.attest.standin;

import dev.attest.standin.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PersistenceIT {

    @TempDir
    Path folder;

    @Test
    void goesOnWithTheSamePortAndData() {
        var options = StandInOptions.defaults().withData(folder);
        int port;
        try (var first = StandIn.start(options)) {
            port = first.port();
            publish(Client.of(first));
        }

        try (var second = StandIn.start(options.withPort(port))) {
            assertPublished(Client.of(second));
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws IOException, InterruptedException {
        var ready = folder.resolve("ready.properties");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
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
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(ready));
            publish(Client.at(properties(ready).getProperty("url")));
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var second = StandIn.start(StandInOptions.defaults().withData(folder.resolve("data")))) {
            assertPublished(Client.of(second));
        }
        assertThat(folder.resolve("out.txt")).content().startsWith("Attest stand-in ready at http://127.0.0.1:");
    }

    @Test
    void saysThatThePortIsTaken() {
        try (var first = StandIn.start()) {
            assertThatThrownBy(() -> StandIn.start(StandInOptions.defaults().withPort(first.port())))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Port " + first.port() + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void leavesNothingOfATemporaryFolder() {
        var server = StandIn.start();
        publish(Client.of(server));

        server.close();

        assertThat(server.data()).doesNotExist();
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void publish(Client client) {
        client.createRun();
        post(client, "runs/1/results", "[" + row("a") + "]");
        post(client, "runs/1/results/100000/attachments", "{'stream':'aGk=','fileName':'a.txt'}");
    }

    private static String row(String test) {
        return "{'testCaseTitle':'a','automatedTestName':'" + test + "','outcome':'Passed','state':'Completed'}";
    }

    private static void post(Client client, String path, String body) {
        assertThat(client.post(path, body).status()).as(path).isEqualTo(200);
    }

    private static void assertPublished(Client client) {
        assertThat(client.get("runs/1").json().get("passedTests").asInt()).isEqualTo(1);
        assertThat(client.get("runs/1/results/100000/attachments/1").text()).isEqualTo("hi");
        assertThat(client.createRun()).isEqualTo(2);
        assertNewIdsAreNew(client);
    }

    private static void assertNewIdsAreNew(Client client) {
        post(client, "runs/2/results", "[" + row("a") + "," + row("b") + "]");
        post(client, "runs/2/results/100001/attachments", "{'stream':'aG8=','fileName':'b.txt'}");

        assertThat(client.get("runs/1/results/100000/attachments/1").text()).isEqualTo("hi");
        var known = test(client, "runs/1/results/100000");
        assertThat(test(client, "runs/2/results/100000")).isEqualTo(known);
        assertThat(test(client, "runs/2/results/100001")).isGreaterThan(known);
    }

    private static int test(Client client, String result) {
        return client.get(result).json().get("testCaseReferenceId").asInt();
    }
}
