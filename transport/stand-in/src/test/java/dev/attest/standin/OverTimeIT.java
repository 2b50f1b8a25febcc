package dev.attest.standin;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.attest.standin.SampleHistory.test;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of a test over time. */
class OverTimeIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final SampleHistory history = new SampleHistory(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsEachResultOldestFirstWithABarOfItsDuration() {
        history.run(1, "main", test("Passed", 1000, ""));
        history.run(2, "main", test("Failed", 2000, ""));
        history.run(3, "main", test("Passed", 500, ""));

        assertThat(page(3))
                .containsSubsequence(
                        "<a href=\"/runs/1/results/100000\" title=\"Passed in 1.0 s, nightly #1 on main",
                        "aria-label=\"Passed in 1.0 s, nightly #1 on main, 2026-11-01 15:00:00 UTC\"",
                        "<rect class=\"good\" y=\"50\" width=\"10\" height=\"50\"/>",
                        "<a href=\"/runs/2/results/100000\"",
                        "<rect class=\"bad\" y=\"0\" width=\"10\" height=\"100\"/>",
                        "<a href=\"/runs/3/results/100000\"",
                        "<rect class=\"good\" y=\"75\" width=\"10\" height=\"25\"/>")
                .containsSubsequence(
                        "<h2 id=\"results\"",
                        "<a href=\"/runs/3\">nightly</a>",
                        "<td title=\"Branch\">main</td><td title=\"Build\">20261101.3</td><td title=\"Host\">host0</td>",
                        "<a href=\"/runs/2\">nightly</a>",
                        "<a href=\"/runs/1\">nightly</a>");
    }

    @Test
    void tellsSinceWhenTheTestFailsAndHowOftenItPassed() {
        history.run(1, "main", test("Passed", 1, ""));
        history.run(2, "main", test("Failed", 1, ""));
        history.run(3, "main", test("NotExecuted", 1, ""));
        history.run(4, "main", test("Timeout", 1, ""));

        assertThat(page(4))
                .contains("Failing since <a href=\"/runs/2/results/100000\">nightly #2</a> (<time")
                .contains("), in 2 runs")
                .contains("<dt>Passed</dt><dd>33.3 % (1 of 3)</dd>")
                .doesNotContain("<h2>By branch</h2>");
    }

    @Test
    void countsARetriedResultByItsLastOutcome() {
        var attempts = ",'resultGroupType':'rerun','subResults':[{'outcome':'Failed'},{'outcome':'Passed'}]";
        history.run(1, "main", test("Passed", 1, attempts));

        assertThat(page(1))
                .contains("100.0 % (1 of 1)", "<dt>Retried</dt><dd>1 of 1</dd>", "Passed in 1 ms, retried")
                .doesNotContain("Failing since <a");
    }

    @Test
    void tellsTheBranchesApart() {
        history.run(1, "main", test("Failed", 1, ""));
        history.run(2, "side", test("Passed", 1, ""));
        history.run(3, "main", test("Failed", 1, ""));
        history.run(4, "side", test("Passed", 1, ""));

        assertThat(page(4).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .containsPattern("By branch .* side Passed .*100.0 % \\(2 of 2\\).* main Failed .*"
                        + "nightly #1 \\([^)]*\\), in 2 runs 0.0 % \\(0 of 2\\)");
    }

    @Test
    void leavesRunsOutThatAreOlderThanTheLastFifty() {
        for (var number = 1; number <= 52; number++) {
            history.run(number, "main", test("Passed", 1, ""));
        }

        assertThat(page(52))
                .contains("last 50 results", "href=\"/runs/3/results")
                .doesNotContain("href=\"/runs/2/");
    }

    @Test
    void saysWhatIsMissing() {
        history.run(1, "main", test("Passed", 1, ""));
        var address = address(1);
        client.delete("runs/1");

        assertThat(Client.page(server, address).text()).contains("No run has a completed result of this test.");
        assertThat(Client.page(server, "/tests/99").status()).isEqualTo(404);
        assertThat(Client.page(server, "/tests/x").status()).isEqualTo(404);
        client.post("runs", "{'name':'r','automated':true}");
        client.post("runs/2/results", "[{'testCaseTitle':'by hand','outcome':'Passed'}]");
        assertThat(Client.page(server, "/runs/2/results/100000").text()).doesNotContain("over time");
    }

    @Test
    void isQuickAmongManyRunsAndInALargeOne() {
        for (var number = 1; number <= 200; number++) {
            history.run(number, "main", test(number % 2 == 0 ? "Passed" : "Failed", number, ""));
        }
        var run = history.run(201, "main", test("Failed", 1, ""));
        for (var batch = 0; batch < 20; batch++) {
            var first = batch * 1000;
            client.post(
                    "runs/" + run + "/results",
                    "["
                            + SampleHistory.tests(
                                            1000, index -> test("shop.T" + (first + index) + "Test.a", "Passed", 1, ""))
                                    .replace("'at'", "'2028-01-01T00:00:00Z'")
                            + "]");
        }
        var address = address(run);
        page(run);

        var times = Stream.generate(() -> time(address)).limit(9).sorted().toList();

        assertThat(times.get(0)).as("a machine may be busy: %s", times).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void showsNoMarkupOfOthers() {
        for (var markup : HostileMarkup.ALL) {
            var text = markup.replace("'", "") + "\u202e";
            client.post(
                    "runs",
                    "{'name':'" + text + "','automated':true,'comment':'Published by Attest from " + text
                            + ". attest-run:1\\nbuild " + text + ", branch " + text + "'}");
            client.post(
                    "runs/1/results",
                    "[{'testCaseTitle':'" + text + "','automatedTestName':'" + text + "','automatedTestStorage':'"
                            + text + "','outcome':'Failed','state':'Completed'}]");
        }
        var results = Client.page(server, "/runs/1").text();

        assertThat(results).contains("/results/100013");
        for (var index = 0; index < HostileMarkup.ALL.size(); index++) {
            var text = Client.page(server, address("/runs/1/results/" + (100_000 + index)))
                    .text();
            // The bars are ours.
            assertThat(text.replace("<svg viewBox", ""))
                    .doesNotContain("<script", "<img", "<svg", "<iframe", "<form", "<style", "<b style", "\u202e")
                    .doesNotContain("href=\"javascript", "href=\"data");
            assertThat(text.split("</main>", -1)).hasSize(2);
        }
    }

    private Duration time(String address) {
        var start = System.nanoTime();
        assertThat(Client.page(server, address).status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String page(int run) {
        var reply = Client.page(server, address(run));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'");
        return reply.text();
    }

    private String address(int run) {
        return address("/runs/" + run + "/results/100000");
    }

    /** Returns the address of the test over time, as the page of a result links to it. */
    private String address(String result) {
        var links = Client.page(server, result)
                .text()
                .lines()
                .filter(line -> line.contains("href=\"/tests/"))
                .map(line -> line.replaceAll(".*href=\"(/tests/\\d+)\".*", "$1"))
                .collect(Collectors.toSet());
        assertThat(links).hasSize(1);
        return links.iterator().next();
    }
}
