package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a person does with the files of a result, in a browser. One browser shows one page at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class ResultFilesIT {

    private static final String RECORD = "const done = arguments[arguments.length - 1];"
            + "const canvas = document.createElement('canvas'); canvas.width = canvas.height = 64;"
            + "const pen = canvas.getContext('2d'); const parts = []; let drawn = 0;"
            + "const recorder = new MediaRecorder(canvas.captureStream(25), {mimeType: 'video/webm'});"
            + "recorder.ondataavailable = event => parts.push(event.data);"
            + "recorder.onstop = () => { const reader = new FileReader();"
            + " reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(new Blob(parts)); };"
            + "const draw = () => { pen.fillStyle = 'hsl(' + drawn * 20 + ',90%,50%)'; pen.fillRect(0, 0, 64, 64);"
            + " if (++drawn < 30) { requestAnimationFrame(draw); } else { recorder.stop(); } };"
            + "recorder.start(); draw();";

    private static PageBrowser browser;
    private static StandIn server;

    private final Client client = Client.of(server);
    private final String run = "runs/" + new SampleRuns(client).publish();

    @BeforeAll
    static void start() {
        browser = PageBrowser.start();
        server = StandIn.start();
        browser.look(1280, "light");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void showsAllThatSaysWhyWithoutScrolling() {
        open(100_000);

        for (var element : new String[] {".strip figure", ".message", ".trace .own", ".copy", "[rel=next]"}) {
            assertThat(browser.number("const box = document.querySelector('" + element
                            + "').getBoundingClientRect(); return box.height > 0 ? Math.ceil(box.bottom) : 9999"))
                    .as(element)
                    .isBetween(1L, 800L);
        }
    }

    @Test
    void showsALongMessageAndTheFramesOfTheUserWithoutScrolling() {
        client.post(
                run + "/results",
                "[{'testCaseTitle':'long','automatedTestStorage':'com.example.shop.CartTest','outcome':'Failed',"
                        + "'state':'Completed','errorMessage':'" + "a line of a page\\n".repeat(200)
                        + "','stackTrace':'org.opentest4j.AssertionFailedError: " + "a line of a page\\n".repeat(200)
                        + "\\tat org.junit.Assert.fail(A.java:1)\\n\\tat com.example.shop.CartTest.pays(C.java:1)'}]");
        open(100_040);

        assertThat(browser.number(
                        "return Math.ceil(document.querySelector('.trace .own').getBoundingClientRect().bottom)"))
                .isLessThanOrEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void copiesTheWholeStackTrace(boolean clipboard) {
        open(100_000);
        browser.driver().executeCdpCommand("Browser.grantPermissions", Map.of("permissions", new String[] {
            "clipboardReadWrite", "clipboardSanitizedWrite"
        }));
        clipboard("writeText('nothing')");
        if (!clipboard) {
            browser.driver()
                    .executeScript("Object.defineProperty(navigator, 'clipboard', {value: undefined,"
                            + " configurable: true})");
        }

        browser.driver().findElement(By.cssSelector(".copy")).click();

        await().untilAsserted(() -> assertThat(text(".copy")).isEqualTo("Copied"));
        browser.driver().executeScript("delete navigator.clipboard");
        assertThat(clipboard("readText()")).contains("Assertions.java:1", "CartTest.java:42", "Method.java:580");
    }

    private static String clipboard(String call) {
        var script = "navigator.clipboard." + call + ".then(arguments[0], arguments[0])";
        return String.valueOf(browser.driver().executeAsyncScript(script));
    }

    @Test
    void hasNeitherButtonsNorSearchesWithoutItsScripts() {
        var page = Client.page(server, "/" + run + "/results/100000").text();

        assertThat(page).doesNotContain("<button", "<input", "<form");
    }

    @Test
    void searchesTheWholeOfALongOutput() {
        new SampleRuns(client)
                .attach(
                        run + "/results/100001/attachments",
                        "out.log",
                        bytes("first\n" + "a line like all others <b>\n".repeat(400_000) + "the ORDER 4711 <i>\nlast"));
        open(100_001);
        var words = browser.driver().findElement(By.cssSelector(".find input"));

        words.sendKeys("order 4711");

        await().untilAsserted(() -> assertThat(text(".hit mark")).isEqualTo("ORDER 4711"));
        assertThat(hits()).isEqualTo("1 of 1");
        assertThat(lines()).contains("400002the ORDER 4711 <i>").endsWith("400003last");
        words.clear();
        words.sendKeys("like all");
        await().untilAsserted(() -> assertThat(text(".hit mark")).isEqualTo("like all"));
        assertThat(hits()).isEqualTo("1 of 100000 or more");
        words.sendKeys(Keys.ENTER);
        await().untilAsserted(() -> assertThat(hits()).startsWith("2 of"));
        words.clear();
        words.sendKeys("nowhere [");
        await().untilAsserted(() -> assertThat(hits()).isEqualTo("no hits"));
        assertThat(browser.number("return performance.getEntriesByType('resource')"
                        + ".filter(each => each.name.endsWith('/text')).length"))
                .isOne();
    }

    @Test
    void searchesALineOfTenMegabytes() {
        new SampleRuns(client)
                .attach(
                        run + "/results/100001/attachments",
                        "line.log",
                        bytes("x".repeat(10_000_000) + "needle" + "y".repeat(1000)));
        open(100_001);

        browser.driver().findElement(By.cssSelector(".find input")).sendKeys("needle");

        await().untilAsserted(() -> assertThat(hits()).isEqualTo("1 of 1"));
        assertThat(lines()).hasSizeLessThan(700).contains("xneedley");
    }

    @ParameterizedTest
    @CsvSource({"j, 100008", "k, 100000", "ARROW_RIGHT, 100008", "ARROW_LEFT, 100000"})
    void goesToTheFailuresBesideItByKey(String key, int expected) {
        open(expected == 100_008 ? 100_000 : 100_008);

        browser.driver()
                .findElement(By.tagName("body"))
                .sendKeys(key.length() == 1 ? key : Keys.valueOf(key).toString());

        await().untilAsserted(() ->
                assertThat(browser.driver().getCurrentUrl()).endsWith("/" + run + "/results/" + expected));
    }

    @Test
    void leavesKeysToTheFieldThatAPersonTypesInto() {
        open(100_000);
        var before = browser.driver().getCurrentUrl();

        browser.driver().findElement(By.cssSelector(".find input")).sendKeys("jk");

        assertThat(browser.driver().findElement(By.cssSelector(".find input")).getDomProperty("value"))
                .isEqualTo("jk");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(before);
    }

    @Test
    void playsAVideo() {
        open(100_001);
        var video = (String) Objects.requireNonNull(browser.driver().executeAsyncScript(RECORD));
        client.post(run + "/results/100001/attachments", "{'fileName':'film.webm','stream':'" + video + "'}");
        open(100_001);

        await().untilAsserted(() -> assertThat(browser.number("return document.querySelector('video').videoWidth"))
                .isEqualTo(64));
    }

    @Test
    void answersWithThePartOfAFileThatABrowserAsksFor() {
        var file = "/attachments/"
                + client.post(run + "/results/100001/attachments", "{'fileName':'f','stream':'MDEyMzQ1Njc4OQ=='}")
                        .json()
                        .get("id")
                        .asInt();

        var part = range(file, "bytes=3-5");
        var none = range(file, "bytes=10-");
        var whole = Client.page(server, file);

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("345");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(part.header("Content-Length")).isEqualTo("3");
        assertThat(none.status()).isEqualTo(416);
        assertThat(none.text()).isEmpty();
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).isEqualTo("0123456789");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void showsTheRequestsOfAnArchiveAsATable() {
        new SampleRuns(client).attach(run + "/results/100001/attachments", "net.har", bytes(SampleRuns.archive(250)));
        open(100_001);

        assertThat(text(".har summary")).isEqualTo("250 requests, 84 failed");
        browser.driver().findElement(By.cssSelector(".har summary")).click();
        assertThat(text(".har tbody tr")).contains("GET", "500", "http://shop.example/api/items/0", "1.0 KiB", "12 ms");
        assertThat(text(".har .more")).isEqualTo("50 more requests are in the file.");
        assertThat(browser.number("return document.querySelectorAll('.har a').length"))
                .isZero();
    }

    private static Client.Reply range(String file, String range) {
        return Client.send(HttpRequest.newBuilder(server.page().resolve(file))
                .header("Range", range)
                .build());
    }

    private static String hits() {
        return text(".find output");
    }

    private static String lines() {
        return text(".hit").replaceAll("(?m)^(\\d+)\\s*\\R?", "$1");
    }

    private static String text(String selector) {
        return (String) Objects.requireNonNull(browser.driver()
                .executeScript(
                        "const found = document.querySelector(arguments[0]); return found ? found.innerText : ''",
                        selector));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void open(int result) {
        browser.open(URI.create(
                server.page().resolve("/" + run + "/results/" + result).toString()));
    }
}
