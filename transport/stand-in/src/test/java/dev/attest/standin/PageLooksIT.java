package dev.attest.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see of the pages, and people who cannot see them. One browser shows one page at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class PageLooksIT {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    /** What is folded is looked at too. */
    private static final String OPEN_TABLES =
            "document.querySelectorAll('.har, .compare').forEach(each => { each.open = true; })";

    private static StandIn server;
    private static PageBrowser browser;

    @BeforeAll
    static void publish() {
        browser = PageBrowser.start();
        server = StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()));
        var client = Client.of(server);
        var run = new SampleRuns(client).publish();
        PAGES.put("runs", "");
        PAGES.put("run", "runs/" + run);
        PAGES.put("failed", "runs/" + run + "?outcome=Failed");
        PAGES.put("empty-run", "runs/" + client.createRun());
        PAGES.put("failure", "runs/" + run + "/results/100000");
        PAGES.put("failure-files", "runs/" + run + "/results/100000#files");
        PAGES.put("timeline", "runs/" + run + "/timeline");
        PAGES.put("timeline-empty", "runs/" + client.createRun() + "/timeline");
        PAGES.put("success", "runs/" + run + "/results/100009");
        var history = new SampleHistory(server);
        var newest = history.publish(60);
        PAGES.put("over-time", test(newest));
        PAGES.put(
                "over-time-long", test(history.run(61, "main", SampleHistory.test("x".repeat(256), "Failed", 1, ""))));
        PAGES.put("compared", "runs/" + new SampleChanges(server).publish() + "/compare");
        PAGES.put("compared-with-nothing", "runs/1/compare");
        PAGES.put("pictures", "runs/" + run + "/pictures");
        PAGES.put("no-pictures", "runs/" + newest + "/pictures");
        new SampleServices(server).publish().forEach(page -> PAGES.put(page.replace('/', '-'), page));
        for (var page : new String[] {"faults", "routes", "runs/99"}) {
            PAGES.put(page.replace('/', '-'), page);
        }
    }

    /** Returns the page of the first test of a run. */
    private static String test(int run) {
        var result = Client.page(server, "/runs/" + run + "/results/100000").text();
        return result.replaceAll("(?s).*href=\"/(tests/\\d+)\".*", "$1");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void fitTheScreenAndHaveNothingThatAxeFinds(int width, String mode) {
        browser.look(width, mode);
        PAGES.forEach((name, path) -> {
            browser.open(server.page().resolve("/" + path));
            browser.driver().executeScript(OPEN_TABLES);

            assertThat(browser.overflow()).as(name).isNotPositive();
            assertThat(browser.brokenWords()).as(name).isEmpty();
            assertThat(browser.axe()).as(name).isEmpty();
            browser.keepPicture(name + "-" + width + "-" + mode);
        });
    }
}
