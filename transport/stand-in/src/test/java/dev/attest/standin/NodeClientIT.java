package dev.attest.standin;

import dev.attest.standin.rules.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Microsoft's client for Node works with the stand-in unchanged. It negotiates addresses and versions, and was
 * generated from the service's own model, so it finds what our client and our tests agree on by mistake.
 */
class NodeClientIT {

    private static final int CALLS = 100;

    @TempDir
    static Path folder;

    private static NodeProject node;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        node = NodeProject.install(folder, "node", "package.json", "calls.js");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICES", "SERVER_2022", "SERVER_2020", "SERVER_2019"})
    void worksUnchangedAndHasItsEffect(Product product) throws IOException, InterruptedException {
        var options = StandInOptions.defaults().emulating(product).withPlans(PlansIT.plans());
        try (var server = StandIn.start(options)) {
            var below = Map.of("SUITES_BELOW", String.valueOf(product != Product.SERVER_2019));
            var calls = node.run(server, below, "node", "calls.js");

            assertThat(calls).allMatch(line -> line.endsWith("\tok")).hasSizeGreaterThanOrEqualTo(CALLS);
            leftRunsWithTheirResults(Client.of(server).speaking("5.0"));
            leftAttachments(Client.of(server).speaking("5.0-preview.1"));
            leftPoints(Client.of(server).speaking("5.0"));
            leftWorkItems(WorkItems.of(server).speaking("5.0"));
        }
    }

    private static void leftRunsWithTheirResults(Client client) {
        var run = client.get("runs/1").json();
        assertThat(run.get("state").asText()).isEqualTo("Completed");
        assertThat(run.get("comment").asText()).isEqualTo("changed");
        assertThat(run.get("passedTests").asInt()).isEqualTo(2);
        assertThat(client.get("runs/2").status()).isEqualTo(404);
        assertThat(client.get("runs").json().findValuesAsText("name")).contains("node", "planned", "testresults");
        assertThat(client.get("runs/4").json().get("state").asText()).isEqualTo("Completed");
        var rerun =
                client.get("runs/1/results/100001?detailsToInclude=SubResults").json();
        assertThat(rerun.get("comment").asText()).isEqualTo("at last");
        assertThat(rerun.get("subResults").findValuesAsText("displayName")).containsExactly("Attempt 1", "Attempt 2");
        assertThat(client.get("runs/1/results/100000?detailsToInclude=WorkItems")
                        .json()
                        .at("/associatedBugs/0/id")
                        .asText())
                .isEqualTo("4711");
    }

    private static void leftAttachments(Client client) {
        assertThat(files(client, "runs/1/attachments")).containsExactly("run.txt");
        assertThat(files(client, "runs/1/results/100000/attachments")).containsExactly("result.txt", "iteration.txt");
        assertThat(files(client, "runs/1/results/100001/attachments?testSubResultId=1"))
                .containsExactly("sub.txt");
        assertThat(client.get("runs/1/attachments/1").text()).isEqualTo("of the run");
        assertThat(files(client, "runs/4/attachments")).isEmpty();
        assertThat(files(client, "runs/4/results/100000/attachments")).isEmpty();
    }

    private static Iterable<String> files(Client client, String path) {
        return client.get(path).json().findValuesAsText("fileName");
    }

    private static void leftPoints(Client client) {
        assertThat(outcomes(client, "Plans/10/Suites/11")).containsExactly("Unspecified", "Blocked");
        assertThat(outcomes(client, "Plans/10/Suites/12")).containsExactly("Failed", "Unspecified");
        assertThat(outcomes(client, "Plans/20/Suites/21")).containsExactly("Passed");
    }

    private static Iterable<String> outcomes(Client client, String suite) {
        return client.get(suite + "/points").json().findValuesAsText("outcome");
    }

    private static void leftWorkItems(WorkItems items) {
        var bug = items.get("workitems/4712?$expand=relations").json();
        assertThat(bug.at("/fields/System.Title").asText()).isEqualTo("by node");
        assertThat(bug.at("/fields/System.State").asText()).isEqualTo("Active");
        assertThat(bug.at("/fields/System.CommentCount").asInt()).isEqualTo(1);
        assertThat(bug.get("relations").findValuesAsText("name")).containsExactly("simple.txt", "chunked.txt");
        assertThat(bug.get("relations").findValuesAsText("url").stream()
                        .filter(url -> url.contains("attachments/"))
                        .map(url -> items.get(url.substring(url.indexOf("attachments/")))
                                .text()))
                .containsExactly("sent whole", "sent late");
        assertThat(items.speaking("5.0-preview.3")
                        .get("workitems/4712/comments")
                        .json()
                        .findValuesAsText("text"))
                .containsExactly("better");
        assertThat(items.get("workitems/4713").status()).isEqualTo(404);
    }
}
