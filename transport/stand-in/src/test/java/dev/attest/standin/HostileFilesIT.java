package dev.attest.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebDriverException;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of hostile file on each view of it. One browser shows one page at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class HostileFilesIT {

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final Map<String, Integer> FILES = new LinkedHashMap<>();
    private static final String AS_SCRIPT = "const done = arguments[arguments.length - 1];"
            + "const script = document.createElement('script'); script.src = arguments[0];"
            + "script.onload = () => done('ran'); script.onerror = () => done('refused'); document.head.append(script);";
    private static final String FOREIGN = "return performance.getEntriesByType('resource').map(each => each.name)"
            + ".filter(name => !name.startsWith(location.origin + '/'))";

    private static HttpServer elsewhere;
    private static PageBrowser browser;
    private static StandIn server;
    private static String results;

    @BeforeAll
    static void publish() throws IOException {
        browser = PageBrowser.start();
        server = StandIn.start();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        var client = Client.of(server);
        results = "runs/" + client.createRun() + "/results";
        var address = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        HostileFiles.all(address).forEach((name, bytes) -> {
            client.post(results, "[{'testCaseTitle':'t','outcome':'Failed','state':'Completed'}]");
            new SampleRuns(client).attach(results + "/" + (100_000 + FILES.size()) + "/attachments", name, bytes);
            FILES.put(name, FILES.size());
        });
        browser.driver().executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
            elsewhere.stop(0);
        }
    }

    static Stream<String> files() {
        return FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areInertOnThePageOfTheirResult(String file) {
        var path = "/" + results + "/" + (100_000 + number(file));
        browser.open(server.page().resolve(path));
        browser.driver()
                .executeScript("document.querySelectorAll('details').forEach(each => { each.open = true; });"
                        + "document.querySelectorAll('.find input').forEach(each => { each.value = 'script';"
                        + " each.dispatchEvent(new Event('input')); each.form.requestSubmit(); });");

        assertThat(browser.driver().getTitle()).isEqualTo("t · Attest stand-in");
        assertThat((List<?>) browser.driver().executeScript(FOREIGN)).isEmpty();
        assertThat(browser.number("return document.querySelectorAll('figure script, figure iframe, figure base,"
                        + " figure link, figure svg, figure figcaption img, figure .har a').length"))
                .isZero();
        assertThat(ASKED).isEmpty();
        assertThat(Client.page(server, path).text()).hasSizeLessThan(1_500_000).doesNotContain("\u202e");
        assertThat(fastestOfThree(path)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @MethodSource("files")
    void areInertByThemselves(String file) {
        var path = "/attachments/" + (number(file) + 1);
        var raw = Client.page(server, path);
        var inline = Client.page(server, path + "?inline");
        var text = Client.page(server, path + "/text");

        assertThat(raw.status()).isEqualTo(200);
        assertThat(raw.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(raw.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
        assertThat(inline.header("Content-Type"))
                .isIn("application/octet-stream", "image/gif", "image/png", "video/webm");
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(text.text()).doesNotContain("\u202e", "\u001b");
        assertThat(List.of(raw, inline, text)).allSatisfy(reply -> {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void doNothingWhenABrowserOpensThem(String file) {
        for (var view : List.of("?inline", "/text")) {
            browser.open(URI.create("about:blank"));
            try {
                browser.open(server.page().resolve("/attachments/" + (number(file) + 1) + view));
            } catch (WebDriverException download) {
                // A download ends the navigation. The assertions below hold for both.
                assertThat(download).hasMessageContaining("net::ERR_ABORTED");
            }

            assertThat(browser.driver().getTitle()).isNotEqualTo("taken");
            assertThat(ASKED).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void runOnNoPageAsScripts(String file) {
        browser.open(server.page().resolve("/" + results + "/100000"));

        for (var view : List.of("", "?inline", "/text")) {
            assertThat(browser.driver().executeAsyncScript(AS_SCRIPT, "/attachments/" + (number(file) + 1) + view))
                    .as(view)
                    .isEqualTo("refused");
        }
        assertThat(browser.driver().getTitle()).isEqualTo("t · Attest stand-in");
    }

    private static int number(String file) {
        return FILES.getOrDefault(file, -1);
    }

    /** A machine may be busy for a moment. */
    private static Duration fastestOfThree(String path) {
        return IntStream.range(0, 3)
                .mapToObj(time -> {
                    var start = System.nanoTime();
                    Client.page(server, path);
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
