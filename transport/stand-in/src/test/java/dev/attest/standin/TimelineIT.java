package dev.attest.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineIT {

    /** With {@code -Psoak}, a hundred thousand results. */
    private static final int BATCHES = Boolean.getBoolean("soak") ? 100 : 20;

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsEachTestInTheFirstLaneThatIsFree() {
        client.post(
                run + "/results",
                "[" + row("one", "Passed", 0, 1000) + "," + row("two <b>", "Failed", 0, 2000) + ","
                        + row("three", "Passed", 1500, 3000) + "," + row("four", "Passed", 8000, 10_000) + "]");

        var page = page();

        assertThat(page)
                .contains(
                        "<a href=\"/" + run
                                + "/results/100000\" aria-label=\"Passed: one, 1.0 s at 0 ms\" tabindex=\"-1\">",
                        "<a href=\"/" + run + "/results/100001\" aria-label=\"Failed: two &lt;b>, 2.0 s at 0 ms\">")
                .contains("10.0 s from the start of the first test")
                .contains("The tests took 6.5 s in all: <b>0.7</b> ran at once on average, 2 at most.")
                .contains("<li>5.0 s, after 3.0 s</li>")
                .doesNotContain("<b>,");
    }

    @Test
    void countsDurationsAndNamesTheSlowest() {
        client.post(
                run + "/results",
                "[" + row("quick", "Passed", 0, 5) + "," + row("quick too", "Passed", 5, 12) + ","
                        + row("slow", "Failed", 20, 2020) + "]");

        var page = page().replaceAll("\\s+", " ");

        assertThat(page)
                .contains("<th scope=\"row\">3 ms to 10 ms</th><td class=\"num\" title=\"Results\">2</td>")
                .contains("<th scope=\"row\">1 s to 3 s</th><td class=\"num\" title=\"Results\">1</td>")
                .containsSubsequence("The slowest", "slow</a>", "quick too</a>", "quick</a>");
    }

    @Test
    void leavesOutWhatHasNotEnded() {
        client.post(run + "/results", "[{'testCaseTitle':'a','state':'InProgress'}]");

        assertThat(page())
                .contains("No result of this run says when it was completed.")
                .doesNotContain("<svg");
        client.patch(run + "/results", "[{'id':100000,'state':'Completed','outcome':'Passed','durationInMs':7}]");
        assertThat(page()).contains("results/100000\"");
    }

    @Test
    void isLinkedFromItsRunAndLeadsToAResult() {
        client.post(run + "/results", "[" + row("fails", "Failed", 0, 2000) + "]");
        try (var browser = PageBrowser.start()) {
            browser.open(server.page().resolve("/" + run));
            browser.driver().findElement(By.linkText("Time line and durations")).click();
            browser.driver().findElement(By.cssSelector(".lanes a rect")).click();

            assertThat(browser.driver().getCurrentUrl()).endsWith("/" + run + "/results/100000");
        }
    }

    @Test
    void showsNoMarkupOfOthersAndNoTimeThatIsNone() {
        for (var markup : HostileMarkup.ALL) {
            var text = markup.replace("'", "") + "\u202e";
            client.post(run + "/results", "[" + row(text, "Failed", 0, 10) + "]");
        }
        client.post(
                run + "/results",
                "[{'testCaseTitle':'a','outcome':'Failed','state':'Completed','durationInMs':9e15},"
                        + "{'testCaseTitle':'a','outcome':'Failed','state':'Completed','durationInMs':-5},"
                        + "{'testCaseTitle':'a','outcome':'Failed','state':'Completed','startedDate':'0001-01-01T00:00:00Z',"
                        + "'completedDate':'9999-12-31T00:00:00Z'}]");

        var reply = Client.page(server, "/" + run + "/timeline");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain("<script", "<img", "<iframe", "<form", "NaN", "Infinity", "\u202e");
        assertThat(reply.text().split("</main>", -1)).hasSize(2);
    }

    @Test
    void isQuickAndBoundedForManyResults() {
        var random = new Random(5);
        for (var batch = 0; batch < BATCHES; batch++) {
            var first = batch * 1000;
            var rows = IntStream.range(first, first + 1000)
                    .mapToObj(index -> {
                        var start = index * 40 + random.nextInt(3000);
                        var outcome = index % 500 == 0 ? "Failed" : "Passed";
                        return row("pays " + index, outcome, start, start + 1 + random.nextInt(500));
                    })
                    .toList();
            assertThat(client.post(run + "/results", "[" + String.join(",", rows) + "]")
                            .status())
                    .isEqualTo(200);
        }

        var times = IntStream.range(0, 5)
                .mapToObj(turn -> {
                    var start = System.nanoTime();
                    assertThat(page()).hasSizeLessThan(1_500_000).contains("short results are merged");
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .sorted()
                .toList();

        System.getLogger("timeline").log(System.Logger.Level.INFO, "{0} thousand results: {1}", BATCHES, times);
        assertThat(times.get(0)).isLessThan(Duration.ofSeconds(10));
    }

    private static String row(String title, String outcome, long start, long end) {
        return "{'testCaseTitle':'" + title + "','automatedTestName':'shop.T.m','outcome':'" + outcome
                + "','state':'Completed','startedDate':'" + START.plusMillis(start) + "','completedDate':'"
                + START.plusMillis(end) + "','durationInMs':" + (end - start) + "}";
    }

    private String page() {
        var reply = Client.page(server, "/" + run + "/timeline");
        assertThat(reply.status()).isEqualTo(200);
        return reply.text();
    }
}
