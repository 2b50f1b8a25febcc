package dev.attest.standin;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.attest.standin.SampleHistory.test;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of two runs side by side. */
class CompareIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final SampleHistory history = new SampleHistory(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Passed 100, Failed 100, new",
        "NotExecuted 0, Timeout 100, new",
        "Failed 100, Passed 100, fixed",
        "Failed 100, Error 100, still",
        "Passed 500, Passed 1000, slower",
        "Passed 501, Passed 1001, ''",
        "Passed 10, Passed 509, ''",
        "Passed 2000, Passed 3900, ''",
        "Failed 10, NotExecuted 0, skipped",
        "Passed 10, NotExecuted 0, skipped",
        "NotExecuted 10, NotExecuted 9000, ''",
        "NotExecuted 10, Passed 9000, ''",
        "Passed 10, '', gone",
        "'', Passed 10, added",
        "'', NotExecuted 10, added",
        "'', Failed 10, new",
        "Passed 10, Passed 10, ''",
    })
    void tellsWhatBecameOfATest(String before, String now, String list) {
        history.run(1, "main", results(before));
        history.run(2, "main", results(now));

        var text = page("/runs/2/compare/1");

        assertThat(text.lines().filter(line -> line.startsWith("<h2 id=")).toList())
                .allMatch(line -> line.contains("<h2 id=\"" + list + "\""))
                .hasSize(list.isEmpty() ? 0 : 1);
        if (list.isEmpty()) {
            assertThat(text).contains("No test has changed");
        } else {
            assertThat(text.contains("\"/runs/1/results/100000\"")).isEqualTo(!before.isEmpty());
            assertThat(text.contains("\"/runs/2/results/100000\"")).isEqualTo(!now.isEmpty());
        }
    }

    @Test
    void countsTheWorstOfSeveralResultsOfATest() {
        history.run(1, "main", test("Passed", 1, "") + "," + test("Failed", 1, ""));
        history.run(2, "main", test("Failed", 1, "") + "," + test("Passed", 1, "") + "," + test("Passed", 1, ""));

        assertThat(page("/runs/2/compare/1"))
                .contains("<h2 id=\"still\"", "/runs/1/results/100001", "/runs/2/results/100000")
                .doesNotContain("/runs/2/results/100001");
    }

    @Test
    void knowsATestWithoutANameByItsClassAndTitle() {
        var result = "{'testCaseTitle':'%s','automatedTestStorage':'%s','state':'Completed','outcome':'%s'}";
        history.run(1, "main", result.formatted("a", "X", "Passed") + "," + result.formatted("b", "Y", "Passed"));
        history.run(2, "main", result.formatted("a", "Y", "Passed") + "," + result.formatted("b", "Y", "Failed"));

        assertThat(page("/runs/2/compare/1")).contains("New failures <b>1</b>", "Gone <b>1</b>", "Added <b>1</b>");
    }

    @Test
    void startsWithTheRunBeforeOfTheSameNameAndOrigin() {
        history.run(1, "main", test("Passed", 1, ""));
        history.run(2, "side", test("Passed", 1, ""));
        client.post("runs", "{'name':'other','automated':true}");
        history.run(4, "main", test("Failed", 1, ""));

        assertThat(page("/runs/4/compare")).contains("<h2 id=\"new\"", "<option value=\"1\" selected>");
        assertThat(page("/runs/2/compare")).contains("<option value=\"1\" selected>");
        assertThat(page("/runs/3/compare")).contains("<option value=\"2\" selected>");
        assertThat(page("/runs/4/compare?with=2")).contains("<option value=\"2\" selected>");
        client.post("runs", "{'name':'other','automated':true}");
        history.run(6, "third", test("Passed", 1, ""));
        assertThat(page("/runs/6/compare")).contains("<option value=\"4\" selected>");
        assertThat(page("/runs/4")).contains("<a href=\"/runs/4/compare\">");
    }

    @Test
    void prefersARunThatHasEnded() {
        for (var number = 1; number <= 3; number++) {
            client.post("runs", "{'name':'alike','automated':true,'state':'InProgress'}");
        }
        client.patch("runs/1", "{'state':'Completed'}");

        assertThat(page("/runs/3/compare/2")).contains("The other run is in progress.");
        assertThat(page("/runs/3/compare"))
                .contains("<option value=\"1\" selected>")
                .doesNotContain("The other run is in progress.");
    }

    @Test
    void saysWhyThereIsNothingToCompare() {
        try (var two = StandIn.start(StandInOptions.defaults().withProjects("demo", "other"))) {
            var other = Client.of(two);
            other.post("runs", "{'name':'r','automated':true}");
            other.in("other").post("runs", "{'name':'r','automated':true}");

            assertThat(Client.page(two, "/runs/1/compare").text())
                    .contains("There is no run before this one")
                    .doesNotContain("<form");
            assertThat(Client.page(two, "/runs/2/compare").text()).contains("There is no run before this one");
            assertThat(Client.page(two, "/runs/1/compare/1").text()).contains("This is the same run twice.");
            var foreign = Client.page(two, "/runs/1/compare/2");
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.text()).contains("Test run 2 is of the project other, and test run 1 is of demo.");
            assertThat(Client.page(two, "/runs/9/compare").status()).isEqualTo(404);
            assertThat(Client.page(two, "/runs/1/compare/9").status()).isEqualTo(404);
            assertThat(Client.page(two, "/runs/1/compare?with=x").status()).isEqualTo(404);
        }
    }

    @Test
    void doesNotCallATestGoneThatARunInProgressMayStillRun() {
        history.run(1, "main", test("Passed", 1, ""));
        var run = client.createRun();

        assertThat(page("/runs/" + run + "/compare/1"))
                .contains("This run is in progress.", "Not there yet <b>1</b>")
                .doesNotContain(">Gone");
    }

    @Test
    void cutsLongListsAndSaysHowManyAreLeftOut() {
        history.run(1, "main", test("Passed", 1, ""));
        history.run(
                2,
                "main",
                SampleHistory.tests(230, index -> test("shop.T" + index + "Test.a", "Passed", 1, "")) + ","
                        + test("Passed", 1, ""));

        assertThat(page("/runs/2/compare/1"))
                .contains("<a href=\"/runs/2/compare/1?list=added&amp;page=1\">All 230, 220 more than here</a>")
                .contains("/runs/2/results/100009\"")
                .doesNotContain("/runs/2/results/100010\"");
        assertThat(page("/runs/2/compare/1?list=added&page=3"))
                .contains("201–230 of 230", "/runs/2/results/100229\"", "page=2\">← Previous")
                .doesNotContain("/runs/2/results/100199\"", "Next →");
        assertThat(page("/runs/2/compare/1?list=added&page=4")).contains("There is nothing here.");
        assertThat(page("/runs/2/compare/1?list=%3Cb%3E")).contains("<h2 id=\"added\"");
    }

    @Test
    void isQuickWithLargeRunsAlsoIfEverythingHasChanged() {
        large(1, "Passed", "a");
        large(2, "Failed", "a");
        large(3, "Passed", "b");
        page("/runs/2/compare/1");

        for (var address : new String[] {"/runs/2/compare/1", "/runs/3/compare/1"}) {
            var times = Stream.generate(() -> time(address)).limit(9).sorted().toList();
            assertThat(times.get(0)).as("a machine may be busy: %s", times).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void large(int number, String outcome, String method) {
        var run = history.run(number, "main", test("Passed", 1, ""));
        for (var batch = 0; batch < 20; batch++) {
            var first = batch * 1000;
            var rows = SampleHistory.tests(
                    1000, index -> test("shop.T" + (first + index) + "Test." + method, outcome, 1, ""));
            client.post("runs/" + run + "/results", "[" + rows.replace("'at'", "'2026-11-02T00:00:00Z'") + "]");
        }
    }

    @Test
    void showsNoMarkupOfOthers() {
        for (var name : new String[] {"a", "b"}) {
            var rows = HostileMarkup.ALL.stream()
                    .map(markup -> markup.replace("'", "") + "\u202e")
                    .map(text -> "{'testCaseTitle':'" + text + "','automatedTestStorage':'" + text + name
                            + "','outcome':'Failed','state':'Completed','errorMessage':'" + text
                            + "','comment':'flaky: " + text + "'}")
                    .toList();
            client.post("runs", "{'name':'<script>alert(1)</script>\u202e<form>','automated':true}");
            client.post("runs/" + (name.equals("a") ? 1 : 2) + "/results", "[" + String.join(",", rows) + "]");
        }

        for (var page : new String[] {"", "?list=new", "?list=gone"}) {
            var text = page("/runs/2/compare/1" + page);
            assertThat(text.split("<form ", -1)).hasSize(2);
            assertThat(text.split("<svg ", -1)).hasSize(3);
            assertThat(text)
                    .doesNotContain("<script", "<img", "<iframe", "<form>", "<style", "<b style", "\u202e")
                    .doesNotContain("<svg onload", "<form action=//", "href=\"javascript");
            assertThat(text.split("</main>", -1)).hasSize(2);
        }
    }

    private static String results(String outcomeAndMillis) {
        if (outcomeAndMillis.isEmpty()) {
            return test("shop.OtherTest.a", "Passed", 1, "");
        }
        var parts = outcomeAndMillis.split(" ");
        return test(parts[0], Integer.parseInt(parts[1]), "") + "," + test("shop.OtherTest.a", "Passed", 1, "");
    }

    private Duration time(String address) {
        var start = System.nanoTime();
        page(address);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String page(String address) {
        var reply = Client.page(server, address);
        assertThat(reply.status()).isEqualTo(200);
        return reply.text();
    }
}
