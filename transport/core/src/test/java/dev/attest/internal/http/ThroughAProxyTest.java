package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ThroughAProxyTest {

    /** {@code ann:s3cr:tü@x} in UTF-8, as its proxy wants it. */
    private static final String LOGIN = "YW5uOnMzY3I6dMO8QHg=";

    private static final URI SERVER = URI.create("https://server.test/a?b=c");

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    @Test
    void asksForATunnelToAServerThatSpeaksTls() throws Exception {
        try (TlsOrigin server = new TlsOrigin(certificates.server(Certificates.GOOD));
                ForwardProxy proxy = new ForwardProxy(server.port()).wanting(LOGIN);
                Http http = http(proxy.url("ann:s3cr:t%C3%BC%40x@"), "")) {
            Response response = http.exchange(post(SERVER));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.proxy()).isEmpty();
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT server.test:443 HTTP/1.1\r\n")
                    .doesNotContain("pat");
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /a?b=c ")
                    .contains("Authorization")
                    .doesNotContain("Proxy");
        }
    }

    @Test
    void goesThroughAProxyOfTheEnvironmentWithItsCredentials() throws Exception {
        try (TlsOrigin server = new TlsOrigin(certificates.server(Certificates.GOOD));
                ForwardProxy proxy = new ForwardProxy(server.port()).wanting(LOGIN)) {
            Map<String, String> environment = Map.of("HTTPS_PROXY", proxy.url("ann:s3cr:tü@x@"));
            HttpSettings settings =
                    new HttpSettings(1, environment, "", List.of(certificates.certificate(Certificates.CA)), "");
            try (Http http = new Http(settings)) {
                assertThat(http.exchange(post(SERVER)).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void speaksTlsToAProxyThatWantsIt() throws Exception {
        try (TlsOrigin server = new TlsOrigin(certificates.server(Certificates.ELSEWHERE));
                ForwardProxy proxy = new ForwardProxy(server.port(), certificates.server(Certificates.GOOD));
                Http http = http(proxy.url(""), Fingerprint.of(certificates.certificate(Certificates.ELSEWHERE)))) {
            assertThat(http.exchange(post(SERVER)).status()).isEqualTo(200);
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT server.test:443 ");
        }
    }

    @Test
    void letsTheProxyForwardWhatIsNotEncrypted() throws Exception {
        try (Origin server = new Origin().answer(200, "{}");
                ForwardProxy proxy = new ForwardProxy(server.uri("").getPort()).wanting(LOGIN);
                Http http = http(proxy.url("ann:s3cr:t%C3%BC%40x@"), "")) {
            Response response = http.exchange(post(URI.create("http://server.test/a?b=c")));

            assertThat(response.proxy()).isEqualTo(proxy.url(""));
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("POST http://server.test/a?b=c HTTP/1.1\r\n");
            assertThat(server.requests()).containsExactly("POST /a?b=c\nx");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', wants credentials", "ann:wrong@, does not take the credentials", "ann@, does not take"})
    void tellsWhatTheProxyThinksOfTheCredentials(String userInfo, String why) throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(1).wanting(LOGIN);
                Http http = http(proxy.url(userInfo), "")) {
            ExchangeFailedException failed = failure(http, SERVER);

            assertThat(failed.failure()).isEqualTo(Failure.PROXY_WANTS_LOGIN);
            assertThat(failed)
                    .hasMessageContaining("the proxy " + proxy.url("") + " answers 407: it " + why)
                    .hasMessageContaining("Basic realm")
                    .hasMessageNotContaining("wrong");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"403 Forbidden, PROXY_REFUSES", "502 Bad Gateway, NOT_CONNECTED", "302 Found, NOT_CONNECTED"})
    void namesTheProxyThatMakesNoTunnel(String status, Failure expected) throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(1)
                        .answering("HTTP/1.1 " + status
                                + "\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>");
                Http http = http(proxy.url("ann:secret@"), "")) {
            ExchangeFailedException failed = failure(http, SERVER);

            assertThat(failed.failure()).isEqualTo(expected);
            assertThat(failed.failure()).isNotIn(Failure.CONNECTION_LOST, Failure.TIMED_OUT);
            assertThat(failed)
                    .hasMessageContaining("the proxy " + proxy.url("") + " answers " + status.substring(0, 3))
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void namesTheProxyThatAnswersAPageInsteadOfATunnel() throws Exception {
        try (ForwardProxy proxy =
                        new ForwardProxy(1).answering("HTTP/1.1 200 OK\r\n\r\n<html>Welcome to our network</html>");
                Http http = impatient(proxy)) {
            ExchangeFailedException failed = failure(http, SERVER);

            assertThat(failed.failure()).isEqualTo(Failure.NOT_CONNECTED);
            assertThat(failed).hasMessageContaining("no connection through the proxy " + proxy.url(""));
        }
    }

    @Test
    void namesTheProxyThatSaysNothing() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(1).answering("");
                Http http = impatient(proxy)) {
            ExchangeFailedException failed = failure(http, SERVER);

            assertThat(failed.failure()).isEqualTo(Failure.NOT_CONNECTED);
            assertThat(failed).hasMessageContaining("no connection through the proxy " + proxy.url(""));
        }
    }

    @Test
    void namesTheProxyThatIsNotThere() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        try (Http http = http("http://ann:secret@127.0.0.1:" + port, "");
                Http misspelt = http("http://no-such-proxy.invalid:3128", "")) {
            assertThat(failure(http, SERVER))
                    .hasMessageContaining("no connection through the proxy http://127.0.0.1:" + port)
                    .hasMessageNotContaining("secret");
            ExchangeFailedException unknown = failure(misspelt, SERVER);
            assertThat(unknown.failure()).isEqualTo(Failure.UNKNOWN_HOST);
            assertThat(unknown).hasMessageContaining("the proxy http://no-such-proxy.invalid:3128 has no address");
        }
    }

    private static ExchangeFailedException failure(Http http, URI uri) {
        return catchThrowableOfType(ExchangeFailedException.class, () -> http.exchange(post(uri)));
    }

    private static Request post(URI uri) {
        return new Request("POST", uri, Map.of("Authorization", "Basic pat"), Body.text("text/plain", "x"));
    }

    /** Waits 300 ms for a proxy that says nothing, or nothing more. */
    private static Http impatient(ForwardProxy proxy) {
        return new Http(
                new HttpSettings(1, Map.of(), proxy.url(""), List.of(), ""),
                new HttpLimits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(60), 1000, 1000));
    }

    private static Http http(String proxy, String pin) throws Exception {
        return new Http(new HttpSettings(1, Map.of(), proxy, List.of(certificates.certificate(Certificates.CA)), pin));
    }
}
