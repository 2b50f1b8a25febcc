package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reporters that others have written for Azure DevOps publish to the stand-in, unchanged. */
class OtherReportersIT {

    /** Its length is the one that a reporter wants. */
    private static final String TOKEN = "t".repeat(84);

    @TempDir
    static Path folder;

    private static NodeProject node;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        node = NodeProject.install(
                folder, "reporters", "package.json", "playwright.config.js", "cart.spec.js", "gmangiapelo.js");
    }

    /** The test case of the test that fails has two points. */
    @ParameterizedTest
    @ValueSource(strings = {"testResult", "testRun", "existing"})
    void playwrightPublishesResultsAndFiles(String mode) throws IOException, InterruptedException {
        try (var server = StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()))) {
            var client = Client.of(server);
            var existing = mode.equals("existing")
                    ? client.post("runs", "{'name':'existing','automated':true,'plan':{'id':'10'}}")
                            .json()
                            .get("id")
                            .asText()
                    : "";

            var said = node.run(
                    server,
                    Map.of("MODE", mode, "RUN", existing),
                    "node",
                    "node_modules/@playwright/test/cli.js",
                    "test");

            assertThat(outcomes(client))
                    .as(String.join("\n", said))
                    .containsExactlyInAnyOrder("Failed", "Failed", "Passed");
            assertThat(client.get("runs/1").json().get("state").asText())
                    .isEqualTo(existing.isEmpty() ? "Completed" : "NotStarted");
            assertThat(files(client)).isNotEmpty().allMatch(name -> name.matches("note_\\w+\\.txt"));
        }
    }

    @Test
    void anotherOnePublishesPointsOfASuite() throws IOException, InterruptedException {
        try (var server =
                StandIn.start(StandInOptions.defaults().withToken(TOKEN).withPlans(PlansIT.plans()))) {
            var said = node.run(server, Map.of(), "node", "gmangiapelo.js");

            assertThat(outcomes(Client.of(server)))
                    .as(String.join("\n", said))
                    .containsExactlyInAnyOrder("Failed", "Passed");
        }
    }

    private static List<String> outcomes(Client client) {
        return client.get("runs/1/results").json().findValuesAsText("outcome");
    }

    private static List<String> files(Client client) {
        var files = new ArrayList<String>();
        for (JsonNode result : client.get("runs/1/results").json().get("value")) {
            files.addAll(client.get("runs/1/results/" + result.get("id").asText() + "/attachments")
                    .json()
                    .findValuesAsText("fileName"));
        }
        return files;
    }
}
