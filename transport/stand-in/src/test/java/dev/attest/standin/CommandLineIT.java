package dev.attest.standin;

import dev.attest.standin.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CommandLineIT {

    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void startsWithTheFaultsThatItIsTold() throws IOException {
        start(
                "--fault",
                "GET */runs: nth=2 status=503",
                "--fault",
                "GET */runs: chance=0.5 sign-in=203",
                "--seed",
                "5");
        await().atMost(Duration.ofMinutes(2)).until(() -> out().contains("TOKEN="));
        var client = Client.at(url());

        var statuses = new ArrayList<Integer>();
        for (var request = 0; request < 8; request++) {
            statuses.add(client.get("runs").status());
        }

        assertThat(out()).contains("Fault: GET */runs: nth=2 status=503");
        assertThat(statuses.get(1)).isEqualTo(503);
        assertThat(statuses).contains(200, 203);
        try (var same = StandIn.start(StandInOptions.defaults()
                .withFaults("GET */runs: nth=2 status=503", "GET */runs: chance=0.5 sign-in=203")
                .withSeed(5))) {
            for (var status : statuses) {
                assertThat(Client.of(same).get("runs").status()).isEqualTo(status);
            }
        }
    }

    @Test
    void printsSettingsThatAShellTakes() throws IOException {
        start("--project", "My Shop's");

        await().atMost(Duration.ofMinutes(2)).until(() -> out().contains("TOKEN="));

        assertThat(out())
                .contains("export ATTEST_AZURE_PROJECT='My Shop'\\''s'\n", "export ATTEST_AZURE_TOKEN=attest-demo");
    }

    @Test
    void takesManySmallObjectsInASmallHeap() throws IOException {
        start(List.of("-Xmx128m"), "--seed=1");
        await().atMost(Duration.ofMinutes(2)).until(() -> out().contains("TOKEN="));
        var client = Client.at(url());
        var fields = "{'fieldName':'a','value':'b'},".repeat(800);
        var result = "{'testCaseTitle':'a','customFields':[" + fields + "{}]},";

        var path = "runs/" + client.createRun() + "/results";
        var reply = client.post(path, "[" + result.repeat(999) + "{'testCaseTitle':'last'}]");

        assertThat(reply.json().get("count").asInt()).isEqualTo(1000);
    }

    @Test
    void saysWhichFaultItDoesNotUnderstand() throws Exception {
        start("--fault", "GET */runs: status=5O3");

        assertThat(ended()).isEqualTo(1);
        assertThat(out())
                .isEqualTo(
                        "The stand-in did not start: --fault: \"status=5O3\" is not understood: expected an HTTP status"
                                + " from 200 to 599, such as status=503. The fault was: GET */runs: status=5O3\n");
    }

    @Test
    void explainsFaultsWithExamples() throws Exception {
        start("--help");

        assertThat(ended()).isZero();
        assertThat(out()).contains("--fault=FAULT", "POST */results: nth=2 status=503 retry-after=3", "--latency=TIME");
    }

    private String url() throws IOException {
        return out().lines()
                .filter(line -> line.contains("Azure DevOps base: "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*DevOps base: +(\\S+).*", "$1");
    }

    private void start(String... arguments) throws IOException {
        start(List.of(), arguments);
    }

    private void start(List<String> java, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        if (!arguments[0].equals("--help")) {
            command.addAll(List.of("--port=0", "--data=" + folder.resolve("data"), "--exit-with-parent"));
        }
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private int ended() throws InterruptedException {
        assertThat(process).isNotNull();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }
}
