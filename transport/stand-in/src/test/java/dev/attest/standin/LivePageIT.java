package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page of a run in progress, watched in a browser. One browser shows one page at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class LivePageIT {

    private static final System.Logger LOG = System.getLogger(LivePageIT.class.getName());
    private static final String ASKED = "return performance.getEntriesByType('resource')"
            + ".filter(each => each.initiatorType === 'fetch').length";
    private static final String ELEMENTS = "return document.getElementsByTagName('*').length";

    private static PageBrowser browser;
    private static StandIn server;

    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();

    @BeforeAll
    static void start() {
        browser = PageBrowser.start();
        server = StandIn.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void showsResultsWithinTwoSecondsUntilTheRunIsCompleted() {
        browser.open(page());
        assertThat(body()).contains("There are no results yet.");

        var waits = new ArrayList<Duration>();
        for (var result = 1; result <= 5; result++) {
            post("result " + result);
            var posted = System.nanoTime();
            var title = "result " + result;
            await().untilAsserted(() -> assertThat(body()).contains(title));
            waits.add(Duration.ofNanos(System.nanoTime() - posted));
        }
        waits.sort(null);
        assertThat(waits.get(2))
                .as("the median of %s: a machine may be busy for a moment", waits)
                .isLessThan(Duration.ofSeconds(2));
        assertThat(head()).contains("InProgress", "0 passed, 5 failed");
        client.patch(run, "{'state':'Completed'}");

        await().untilAsserted(() -> assertThat(head()).contains("Completed").doesNotContain("so far"));
        await().untilAsserted(
                        () -> assertThat(browser.number("return document.documentElement.dataset.watched ? 1 : 0"))
                                .isOne());
        var grown = browser.number(ELEMENTS);
        browser.open(page());
        // A completed run has no script.
        assertThat(grown).isEqualTo(browser.number(ELEMENTS) + 1);
    }

    @Test
    void showsFilesAsSoonAsTheyAreAttached() {
        post("first");
        browser.open(page());
        var files = new SampleRuns(client);

        files.attach(run + "/attachments", "coverage.txt", SampleRuns.bytes("all of it"));
        await().untilAsserted(() -> assertThat(body()).contains("coverage.txt", "all of it"));
        files.attach(run + "/results/100000/attachments", "shot.png", SampleRuns.picture());

        await().untilAsserted(() -> assertThat(body()).contains("1 file"));
        assertThat(deleteFileOfTheRun()).isLessThan(300);
        await().untilAsserted(() -> assertThat(body()).doesNotContain("coverage.txt"));
    }

    private int deleteFileOfTheRun() {
        var file = browser.driver()
                .findElement(By.cssSelector("#body figcaption a"))
                .getDomAttribute("href");
        return Client.send(HttpRequest.newBuilder(URI.create(
                                server.url() + "/demo/_apis/testresults/" + run + file + "?api-version=7.1-preview"))
                        .header("Authorization", Client.basic(server.token()))
                        .DELETE()
                        .build())
                .status();
    }

    @Test
    void asksForNothingWhileNobodySeesThePageAndCatchesUpThen() {
        browser.open(page());
        setWindow("minimized");
        await().untilAsserted(() ->
                assertThat(browser.number("return document.hidden ? 1 : 0")).isOne());
        // A request may be under way.
        var asked = browser.number(ASKED) + 1;

        post("while hidden");

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(browser.number(ASKED)).isLessThanOrEqualTo(asked));
        assertThat(body()).doesNotContain("while hidden");
        setWindow("normal");
        await().untilAsserted(() -> assertThat(body()).contains("while hidden"));
    }

    private static void setWindow(String state) {
        var window = browser.driver().executeCdpCommand("Browser.getWindowForTarget", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Browser.setWindowBounds",
                        Map.of("windowId", window.get("windowId"), "bounds", Map.of("windowState", state)));
    }

    /** With {@code -Psoak}, ten minutes. */
    @Test
    void holdsNoMoreMemoryThanItsRowsNeed() {
        browser.open(page());
        var ends = System.nanoTime() + (Boolean.getBoolean("soak") ? 600 : 20) * 1_000_000_000L;
        publishUntilShown(400);
        var before = PageMemory.of(browser);
        var added = 400;

        while (System.nanoTime() < ends) {
            publishUntilShown(added += 20);
        }

        var after = PageMemory.of(browser);
        LOG.log(System.Logger.Level.INFO, "{0} results: {1}, then {2}", added, before, after);
        assertThat(after.nodes()).isLessThan(before.nodes() + before.nodes() / 10);
        assertThat(after.listeners()).isLessThanOrEqualTo(before.listeners() + 2);
        assertThat(after.heap()).isLessThan(before.heap() + 1_500_000);
    }

    private void publishUntilShown(int total) {
        var known = browser.number("return Number(document.querySelector('.tabs b').textContent)");
        client.post(
                run + "/results",
                IntStream.range((int) known, total)
                        .mapToObj(number -> row("result " + number))
                        .collect(Collectors.joining(",", "[", "]")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(browser.number("return Number(document.querySelector('.tabs b').textContent)"))
                                .isEqualTo(total));
    }

    @Test
    void keepsWhatIsFoldedAndFocused() {
        post("first");
        browser.open(page());
        browser.driver().findElement(By.cssSelector("details.group > summary")).click();
        browser.driver().executeScript("document.querySelector('details.group > summary').focus()");

        post("second");

        await().untilAsserted(() -> assertThat(head()).contains("2 failed"));
        assertThat(browser.number("return document.querySelector('details.group').open ? 1 : 0"))
                .isZero();
        assertThat(browser.number("return document.activeElement.tagName === 'SUMMARY' ? 1 : 0"))
                .isOne();
    }

    @Test
    void runsOnlyTheScriptOfThisServer() {
        post("<script>document.title=1</script><img src=x onerror=document.title=1>");
        browser.open(page());

        post("<img src=x onerror=document.title=1>");

        await().untilAsserted(() -> assertThat(head()).contains("2 failed"));
        assertThat(browser.driver().getTitle()).startsWith("r ");
        assertThat(browser.number("return document.querySelectorAll('#body img, #body script').length"))
                .isZero();
    }

    @Test
    void answersThatNothingHasChanged() {
        post("first");
        var first = Client.send(HttpRequest.newBuilder(page()).build());

        var again = Client.send(HttpRequest.newBuilder(page())
                .header("If-None-Match", first.header("ETag"))
                .build());
        post("second");
        var changed = Client.send(HttpRequest.newBuilder(page())
                .header("If-None-Match", first.header("ETag"))
                .build());

        assertThat(first.header("Content-Security-Policy")).contains("script-src 'self'; connect-src 'self'");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
        client.patch(run, "{'state':'Completed'}");
        var ended = Client.send(HttpRequest.newBuilder(page()).build());
        assertThat(ended.text()).doesNotContain("<script");
        assertThat(ended.header("Content-Security-Policy")).doesNotContain("script-src");
    }

    private void post(String title) {
        client.post(run + "/results", "[" + row(title) + "]");
    }

    private static String row(String title) {
        return "{'testCaseTitle':'" + title + "','automatedTestStorage':'shop.CartTest','outcome':'Failed',"
                + "'state':'Completed'}";
    }

    private String body() {
        return browser.text("body");
    }

    private String head() {
        return browser.text("head");
    }

    private URI page() {
        return server.page().resolve("/" + run);
    }
}
