package dev.attest.systemtests.cli;

import dev.attest.systemtests.evidence.LiveBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** The report, opened from disk in a real browser: what tests say and attach does not act in it. */
class ReportInBrowserIT {

    @TempDir
    static Path folder;

    private static Path report = Path.of("");
    private static int failed;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        LiveBrowser.assume();
        Path journals = folder.resolve("attest");
        failed = ReportedJournal.leave(journals);
        report = folder.resolve("report.html");
        CommandRun.Ended ended = new CommandRun(folder).run("report", journals.toString(), "-o", report.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        browser = LiveBrowser.showing("nothing yet");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void letsNothingActButItsOwnScript() {
        show(1280, "light");
        openAll();

        assertThat(script("return window.acted === undefined")).isEqualTo(true);
        assertThat(
                        script(
                                "return document.scripts.length + ' ' + document.images.length + ' '"
                                        + " + document.querySelectorAll('iframe, object, embed, link, base, meta[http-equiv=refresh]').length"))
                .isEqualTo("1 1 0");
        assertThat(script("return [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
                        + ".filter(name => name.startsWith('on') || name === 'style' || name === 'srcdoc')"))
                .isEqualTo(List.of());
        assertThat(
                        script(
                                "return [...document.links].map(a => a.getAttribute('href')).filter(href => !href.startsWith('#'))"))
                .isEqualTo(List.of());
        assertThat(script("return document.images[0].naturalWidth")).isEqualTo(1600L);
        assertThat(
                        script(
                                "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"))
                .isEqualTo(0L);
        assertThat(browser.getCurrentUrl()).isEqualTo(report.toUri().toString().replaceFirst("file:/+", "file:///"));
    }

    @Test
    void searchesAndFilters() {
        show(1280, "light");
        WebElement words = browser.findElement(By.id("words"));

        words.sendKeys("adds 17");

        Awaitility.await().untilAsserted(() -> assertThat(rows()).isEqualTo(1));
        assertThat(browser.findElement(By.id("found")).getText()).isEqualTo("1 of " + (failed + 30) + " results");
        assertThat(browser.findElements(By.cssSelector("article.test:not([hidden])")))
                .isEmpty();

        words.clear();
        words.sendKeys("onload="); // in its message, too
        Awaitility.await().untilAsserted(() -> assertThat(rows()).isEqualTo(1));
        assertThat(browser.findElements(By.cssSelector("article.test:not([hidden])")))
                .hasSize(1);

        words.clear();
        words.sendKeys(" ");
        browser.findElement(By.cssSelector("input[value=passed]")).click();
        Awaitility.await().untilAsserted(() -> assertThat(rows()).isEqualTo(failed));
    }

    @Test
    void copiesAMessageWithItsTrace() {
        show(1280, "light");
        WebElement trace = browser.findElement(By.xpath("//article//summary[. = 'Stack trace']"));
        trace.click();
        // Without a clipboard, as in pages that a browser does not trust.
        script("Object.defineProperty(navigator, 'clipboard', { value: undefined });"
                + " DataTransfer.prototype.setData = (type, text) => { window.put = text; }");

        browser.findElement(By.cssSelector("input[value=Copy]")).click();

        Awaitility.await()
                .untilAsserted(() -> assertThat(browser.findElements(By.cssSelector("input[value=Copied]")))
                        .hasSize(1));
        assertThat(String.valueOf(script("return window.put")))
                .startsWith("\" onfocus=\"window.acted = 3\"")
                .contains("\njava.lang.Error\n\tat \" onfocus=");
    }

    @Test
    void searchesInALongText() {
        show(1280, "light");
        openAll();
        WebElement words = browser.findElement(By.cssSelector("input[aria-label='Search in one-line.log']"));

        words.sendKeys("ZZZZZZZZ");

        assertThat(count(words)).isEqualTo("1 of " + 64 * 1024 / 8);
        words.sendKeys(Keys.ENTER);
        assertThat(count(words)).startsWith("2 of");
        assertThat(browser.findElements(By.cssSelector("pre mark")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getText()).isEqualTo("zzzzzzzz"));
        words.sendKeys("<");
        assertThat(count(words)).isEqualTo("no hits");
        assertThat(script("return window.acted === undefined")).isEqualTo(true);
    }

    private static String count(WebElement words) {
        return words.findElement(By.xpath("../output")).getText();
    }

    @Test
    void fitsEachScreenWithAllThatCanBeOpened() {
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {390, 1280}) {
                show(width, scheme);
                openAll();

                assertThat((Long) script("return document.documentElement.scrollWidth"))
                        .as(width + " px, " + scheme)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void isCompleteWithoutScripts() throws Exception {
        String plain = Files.readString(report).replaceAll("(?s)<script>.*</script>", "");
        Path file = Files.writeString(folder.resolve("plain.html"), plain);
        browser.get(file.toUri().toString());

        assertThat(browser.findElement(By.id("filter")).isDisplayed()).isFalse();
        assertThat(browser.findElements(By.cssSelector("article.test"))).hasSize(failed);
        WebElement group = browser.findElement(By.xpath("//summary[contains(., 'com.shop.CartTest')]"));
        group.click();
        assertThat(browser.findElement(By.xpath("//li[contains(., 'adds 17 things')]"))
                        .isDisplayed())
                .isTrue();
    }

    private static void show(int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(report.toUri().toString());
    }

    private static void openAll() {
        script("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    private static int rows() {
        return browser.findElements(By.cssSelector("[data-row]:not([hidden])")).size();
    }

    private static Object script(String text) {
        Object result = browser.executeScript(text);
        return result == null ? "" : result;
    }
}
