package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

class HttpTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60), 64 * 1024, 1000);

    private final Origin origin = new Origin();
    private final Http http = new Http(new HttpSettings(2, Map.of(), "", List.of(), ""), LIMITS);

    @AfterEach
    void closeBoth() {
        http.close();
        origin.close();
    }

    @Test
    void sendsWhatItIsToldAndLittleElse() throws IOException {
        origin.answer(200, "{}");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("X-Second", "2");

        http.exchange(new Request("PATCH", origin.uri("/a%20b?x=%24y"), headers, Body.text("text/plain", "abc")));

        assertThat(origin.head(0)).isEqualTo("""
                PATCH /a%20b?x=%24y HTTP/1.1
                Accept: application/json
                X-Second: 2
                Host: origin
                Content-Length: 3
                Content-Type: text/plain
                Connection: keep-alive
                User-Agent: Attest""");
        assertThat(origin.body(0)).asString().isEqualTo("abc");
    }

    @Test
    void announcesTheLengthOfAFileAndSendsNoChunks() throws IOException {
        origin.answer(200, "{}");
        byte[] file = new byte[1024 * 1024];

        http.exchange(post(Body.base64("text/plain", "<", () -> new ByteArrayInputStream(file), file.length, ">")));

        assertThat(origin.head(0)).contains("Content-Length: 1398106").doesNotContain("Transfer-Encoding");
        assertThat(origin.body(0)).hasSize(1398106);
    }

    @Test
    void returnsStatusHeadersAndText() throws IOException {
        origin.answer(418, "{\"é\":1}", "Retry-After: 2", "X-A: 1", "X-A: 2");

        Response response = http.exchange(get());

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.body()).isEqualTo("{\"é\":1}");
        assertThat(response.truncated()).isFalse();
        assertThat(response.header("retry-AFTER")).hasValue("2");
        assertThat(response.header("X-A")).hasValue("1");
        assertThat(response.header("X-B")).isEmpty();
    }

    @Test
    void followsNoRedirect() throws IOException {
        origin.raw("HTTP/1.1 302 Found\r\nLocation: /signin\r\nContent-Length: 0\r\n\r\n");

        assertThat(http.exchange(get()).status()).isEqualTo(302);
        assertThat(origin.requests()).containsExactly("GET /");
    }

    @Test
    void sendsNothingTwiceWhenTheServerIsBusy() throws IOException {
        origin.answer(503, "", "Retry-After: 0");

        assertThat(http.exchange(post(Body.text("text/plain", "x"))).status()).isEqualTo(503);
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void sendsNothingTwiceWhenTheConnectionBreaks() {
        origin.drop();

        assertThat(failure(post(Body.text("text/plain", "x")))).isEqualTo(Failure.CONNECTION_LOST);
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void answersNoChallenge() throws IOException {
        origin.raw("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");

        assertThat(http.exchange(get()).status()).isEqualTo(401);
    }

    @Test
    void keepsWhatCameOfAReplyThatBreaksOff() throws IOException {
        origin.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");

        Response response = http.exchange(get());

        assertThat(response.body()).isEqualTo("{\"id\":");
        assertThat(response.truncated()).isTrue();
    }

    @Test
    void readsNoMoreOfAReplyThanItsLimit() throws IOException {
        origin.answer(200, "x".repeat(1001)).answer(200, "x".repeat(1000));

        assertThat(http.exchange(get())).satisfies(response -> {
            assertThat(response.body()).hasSize(1000);
            assertThat(response.truncated()).isTrue();
        });
        assertThat(http.exchange(get()).truncated()).isFalse();
    }

    @Test
    void givesUpOnAServerThatSaysNothing() {
        origin.silence();

        assertThat(failure(limits(Duration.ofMillis(200), Duration.ofSeconds(60)), post(Body.text("text/plain", "x"))))
                .isEqualTo(Failure.TIMED_OUT);
    }

    @Test
    void givesUpOnAnExchangeThatTakesTooLongAsAWhole() {
        origin.silence();

        assertThat(failure(limits(Duration.ofSeconds(60), Duration.ofMillis(500)), post(Body.text("text/plain", "x"))))
                .isEqualTo(Failure.TIMED_OUT);
    }

    @Test
    void countsTheSearchForAProxyAsTimeOfTheExchange() {
        HttpLimits limits = limits(Duration.ofSeconds(60), Duration.ofMillis(100));
        origin.answer(200, "{}");
        ProxySelector ofJvm = ProxySelector.getDefault();
        ProxySelector.setDefault(new SlowProxySelector(ofJvm, "slow.invalid", origin.uri("/")));
        try {
            assertThat(failure(limits, new Request("GET", URI.create("http://slow.invalid/"), Map.of(), null)))
                    .isEqualTo(Failure.NOT_CONNECTED);
        } finally {
            ProxySelector.setDefault(ofJvm);
        }
        assertThat(origin.requests()).isEmpty();
    }

    @Test
    void givesUpOnAReplyThatTrickles() throws IOException {
        origin.trickle("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", Duration.ofMillis(20));

        try (Http hurried = http(limits(Duration.ofSeconds(60), Duration.ofMillis(500)))) {
            assertThat(hurried.exchange(post(Body.text("text/plain", "x"))).truncated())
                    .isTrue();
        }
    }

    @Test
    void givesUpOnAHeadThatTrickles() {
        origin.trickle("HTTP/1.1 200 OK\r\nX: ", Duration.ofMillis(20));

        assertThat(failure(limits(Duration.ofSeconds(60), Duration.ofMillis(500)), post(Body.text("text/plain", "x"))))
                .isEqualTo(Failure.TIMED_OUT);
    }

    @Test
    void givesAnUploadTimeByItsSizeAndNoMore() throws IOException {
        try (ServerSocket nobodyReads = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI uri = URI.create("http://127.0.0.1:" + nobodyReads.getLocalPort() + "/");
            byte[] file = new byte[24 * 1024 * 1024];
            Body body = Body.base64("text/plain", "", () -> new ByteArrayInputStream(file), file.length, "");
            Duration noTime = Duration.ofMillis(100);
            HttpLimits limits =
                    new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), noTime, body.length(), 1000);

            assertThat(limits.deadline(body.length())).isEqualTo(noTime.plusSeconds(1));
            assertThat(failure(limits, new Request("POST", uri, Map.of(), body)))
                    .isEqualTo(Failure.TIMED_OUT);
        }
    }

    @Test
    void givesUpOnATlsHandshakeThatStalls() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI uri = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");
            Duration brief = Duration.ofMillis(300);
            HttpLimits limits = new HttpLimits(brief, Duration.ofSeconds(60), Duration.ofSeconds(60), 1000, 1000);

            assertThat(failure(limits, new Request("POST", uri, Map.of(), Body.text("text/plain", "x"))))
                    .isEqualTo(Failure.NOT_CONNECTED);
        }
    }

    @Test
    void tellsThatNothingWasSentWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/");

        Failure failure = failure(new Request("POST", nobody, Map.of(), Body.text("text/plain", "x")));

        assertThat(failure).isEqualTo(Failure.NOT_CONNECTED);
        assertThat(failure).isNotIn(Failure.CONNECTION_LOST, Failure.TIMED_OUT);
    }

    @Test
    void tellsThatAHostHasNoAddress() {
        URI uri = URI.create("http://no-such-host.invalid/");

        assertThat(failure(new Request("POST", uri, Map.of(), Body.text("text/plain", "x"))))
                .isEqualTo(Failure.UNKNOWN_HOST);
    }

    @Test
    void tellsThatAFileCouldNotBeRead() {
        Body body = Body.base64("text/plain", "", () -> new ByteArrayInputStream(new byte[1]), 2, "");

        assertThat(failure(post(body))).isEqualTo(Failure.UNREADABLE_BODY);
    }

    @Test
    void tellsThatNothingWasSentWhenTheTlsHandshakeBreaksOff() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread hangUp = new Thread(() -> {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    // The test is over.
                }
            });
            hangUp.setDaemon(true);
            hangUp.start();
            URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");

            assertThat(failure(new Request("POST", uri, Map.of(), Body.text("text/plain", "x"))))
                    .isEqualTo(Failure.NOT_CONNECTED);
        }
    }

    @Test
    void hearsARefusalThatComesBeforeTheEndOfALargeUpload() throws IOException {
        try (EarlyRefusal server = new EarlyRefusal();
                Http patient = new Http(new HttpSettings(1, Map.of(), "", List.of(), ""))) {
            byte[] file = new byte[16 * 1024 * 1024];
            Body body = Body.base64("text/plain", "", () -> new ByteArrayInputStream(file), file.length, "");

            Response response = patient.exchange(new Request("POST", server.uri(), Map.of(), body));

            assertThat(response.status()).isEqualTo(413);
        }
    }

    @Test
    void tellsTheSameOfRequestsWithoutABody() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/");
        origin.drop();

        assertThat(failure(new Request("GET", nobody, Map.of(), null))).isEqualTo(Failure.NOT_CONNECTED);
        assertThat(failure(new Request("GET", URI.create("http://no-such-host.invalid/"), Map.of(), null)))
                .isEqualTo(Failure.UNKNOWN_HOST);
        assertThat(failure(get())).isEqualTo(Failure.CONNECTION_LOST);
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() throws IOException {
        origin.answer(200, "{}");
        Map<String, String> environment = Map.of("HTTP_PROXY", origin.uri("").toString());

        try (Http proxied = new Http(new HttpSettings(1, environment, "", List.of(), ""))) {
            proxied.exchange(new Request("GET", URI.create("http://server.invalid/a?b"), Map.of(), null));
        }

        assertThat(origin.requests()).containsExactly("GET http://server.invalid/a?b");
    }

    @Test
    void endsExchangesUnderWayWhenClosed() throws Exception {
        origin.silence();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Http patient = new Http(new HttpSettings(1, Map.of(), "", List.of(), ""));
        try {
            Future<Failure> failure = thread.submit(() -> catchThrowableOfType(
                            ExchangeFailedException.class, () -> patient.exchange(post(Body.text("text/plain", "x"))))
                    .failure());
            await().until(() -> !origin.requests().isEmpty());

            patient.close();

            assertThat(failure.get(5, TimeUnit.SECONDS)).isEqualTo(Failure.CONNECTION_LOST);
        } finally {
            patient.close();
            thread.shutdownNow();
        }
    }

    @Test
    void sendsNothingOnceClosed() {
        http.close();

        assertThat(failure(post(Body.text("text/plain", "x")))).isEqualTo(Failure.NOT_CONNECTED);
        assertThat(origin.requests()).isEmpty();
    }

    @Test
    void showsAnAddressWithoutUserInfoAndQuery() {
        Request request = new Request("GET", URI.create("https://me:pw@host:8080/a%20b?sig=1"), Map.of("A", "b"), null);

        assertThat(request).hasToString("GET https://host:8080/a%20b");
    }

    private Request get() {
        return new Request("GET", origin.uri("/"), Map.of(), null);
    }

    private Request post(Body body) {
        return new Request("POST", origin.uri("/"), Map.of(), body);
    }

    private Failure failure(Request request) {
        return catchThrowableOfType(ExchangeFailedException.class, () -> http.exchange(request))
                .failure();
    }

    private static Failure failure(HttpLimits limits, Request request) {
        try (Http hurried = http(limits)) {
            return catchThrowableOfType(ExchangeFailedException.class, () -> hurried.exchange(request))
                    .failure();
        }
    }

    private static Http http(HttpLimits limits) {
        return new Http(new HttpSettings(1, Map.of(), "", List.of(), ""), limits);
    }

    private static HttpLimits limits(Duration idle, Duration overall) {
        return new HttpLimits(Duration.ofSeconds(5), idle, overall, Long.MAX_VALUE, 1000);
    }

    /** Takes half a second the first time that it is asked about one host. All others are of another selector. */
    private static final class SlowProxySelector extends ProxySelector {

        private final ProxySelector others;
        private final String host;
        private final List<Proxy> proxies;
        private final AtomicBoolean asked = new AtomicBoolean();

        SlowProxySelector(ProxySelector others, String host, URI proxy) {
            this.others = others;
            this.host = host;
            this.proxies = List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())));
        }

        @Override
        public List<Proxy> select(URI uri) {
            if (!host.equals(uri.getHost())) {
                return others.select(uri);
            }
            if (asked.compareAndSet(false, true)) {
                await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            }
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            others.connectFailed(uri, address, e);
        }
    }
}
