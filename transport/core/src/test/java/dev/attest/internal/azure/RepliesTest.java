package dev.attest.internal.azure;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.ForwardProxy;
import dev.attest.internal.http.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What each kind of reply to a request that writes means. */
class RepliesTest {

    /** First byte of TLS. */
    private static final int HANDSHAKE = 22;

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "203, text/html,        true",
        "203, application/json, true",
        "200, text/html,        true",
        "302, text/html,        false",
        "307, application/json, false",
    })
    void takesAPageForSigningInForAWrongToken(int status, String contentType, boolean doubtful) {
        origin.answerAs(status, contentType, "<html><title>Sign In</title></html>");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.possiblyApplied()).isEqualTo(doubtful);
            assertThat(deferred.reason())
                    .contains("authentication page", "Sign In", "expired", String.valueOf(status))
                    .startsWith("Azure DevOps does not accept attest.azure.token");
        });
        assertThat(origin.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void namesTheTokenAndItsScopeWhenAccessIsDenied(int status) {
        origin.answer(status, "{\"message\":\"TF400813: The user is not authorized\"}");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.possiblyApplied()).isFalse();
            assertThat(deferred.reason()).contains("TF400813", "attest.azure.token", "vso.test_write");
        });
    }

    /** The first call of all asks for the versions of the API, which is not what a person has to know. */
    @ParameterizedTest
    @ValueSource(ints = {401, 203, 302})
    void saysFirstThatTheTokenIsExpired(int status) {
        origin.answerAs(status, "text/html", "<html><title>Sign In</title></html>");
        try (AzureDestination fresh = Samples.destination(origin, "", Samples.NOW)) {
            assertThat(fresh.create(Samples.run(), false))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            deferred -> assertThat(deferred.reason())
                                    .startsWith("Azure DevOps does not accept attest.azure.token: OPTIONS http://")
                                    .contains("expired"));
        }
    }

    @Test
    void tellsTheAddressAboveThatOfAProject() {
        origin.answerAs(404, "text/html", "");
        try (AzureDestination fresh = Samples.destination(origin, "", Samples.NOW)) {
            assertThat(fresh.create(Samples.run(), false))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            deferred -> assertThat(deferred.reason())
                                    .contains("If Main is the project, set it to " + origin.uri("/tfs") + " instead"));
        }
    }

    /** IIS answers the bytes of a handshake like any request that is none. */
    @Test
    void tellsTheAddressOfAServerThatSpeaksHttp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String address = "://127.0.0.1:" + server.getLocalPort() + "/tfs/Main";
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerAsIis(server));
            try (AzureDestination secure =
                    new AzureDestination(Samples.settings(URI.create("https" + address), ""), Map.of())) {
                assertThat(secure.create(Samples.run(), false))
                        .isInstanceOfSatisfying(
                                Retry.class,
                                deferred -> assertThat(deferred.reason())
                                        .contains(
                                                "speaks http on this port, not https",
                                                " to http" + address + ", which sends the token unprotected"));
            }
            answered.get(10, TimeUnit.SECONDS);
        }
    }

    private static void answerAsIis(ServerSocket server) {
        try (Socket socket = server.accept()) {
            assertThat(socket.getInputStream().read()).isEqualTo(HANDSHAKE);
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read(new byte[10_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before it refuses requests, the service delays them. */
    @Test
    void sayAtTheEndThatTheServiceThrottled() {
        origin.raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nConnection: close\r\n\r\n")
                .raw(
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nX-RateLimit-Delay: 2.5\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 27\r\n\r\n{\"value\":[{\"id\":100000 } ]}");

        assertThat(deliver()).isInstanceOf(Retry.class);
        assertThat(deliver()).isInstanceOf(Accepted.class);
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .contains("throttled", "refused 1 request with status 429", "delayed 1 request");
    }

    @Test
    void namesTheProjectWhenThereIsNone() {
        origin.answer(
                404,
                "{\"message\":\"TF200016: The following project does not exist: The Shop.\","
                        + "\"typeKey\":\"ProjectDoesNotExistWithNameException\"}");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("TF200016", "attest.azure.project", "attest.azure.url");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><title>404 - File or directory not found.</title></html>", "not found"})
    void namesTheAddressWhenNothingOfAzureDevOpsIsThere(String body) {
        origin.answerAs(404, "text/html", body);

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("404", "attest.azure.url", "DefaultCollection");
        });
    }

    @Test
    void givesUpWhatBelongsToARunThatIsGone() {
        origin.answer(404, "{\"message\":\"Test run 24 not found\",\"typeKey\":\"TestObjectNotFoundException\"}");

        assertThat(deliver()).isInstanceOf(Rejected.class);
    }

    /** The second of two results with one id would get the files of the first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":[{\"id\":100000},{\"id\":100000}]}",
                "{\"value\":[{\"id\":100000},{\"id\":100001},{\"id\":100001}]}"
            })
    void takesNoIdForTwoResults(String reply) {
        origin.answer(200, reply);

        assertThat(azure.deliver("24", List.of(Samples.passed(1, "adds"), Samples.passed(2, "pays")), false))
                .isInstanceOfSatisfying(Retry.class, deferred -> {
                    assertThat(deferred.possiblyApplied()).isTrue();
                    assertThat(deferred.reason()).contains("ids for 2 results");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":[{\"id\":100000,\"subResults\":[{\"id\":1}]},{\"id\":100000,\"subResults\":[{\"id\":2}]}]}",
                "{\"value\":[{\"id\":100000,\"subResults\":[{\"id\":1}]}]}"
            })
    void takesNoIdForTwoAttempts(String reply) {
        origin.answer(200, reply);
        RetriedRow first = new RetriedRow("100000", List.of(Samples.passed(1, "adds")), 0);
        RetriedRow second = new RetriedRow("100001", List.of(Samples.passed(2, "pays")), 0);

        assertThat(azure.append("24", List.of(first, second), false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 411, 413, 415, 422})
    void givesUpWhatTheServiceRefuses(int status) {
        origin.answer(status, "{\"count\":1,\"value\":{\"Message\":\"The request is invalid.\"}}");

        assertThat(deliver())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains(
                                        "Cannot add a test result",
                                        azure.address(),
                                        status + " \"The request is invalid.\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VssInvalidPreviewVersionException",
                "VssVersionOutOfRangeException",
                "VssVersionNotSpecifiedException"
            })
    void losesNothingOverAVersion(String typeKey) {
        origin.answer(400, "{\"message\":\"no\",\"typeKey\":\"" + typeKey + "\"}");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("attest.azure.api-version");
        });
    }

    @ParameterizedTest
    @CsvSource({"408, true", "409, false", "429, false", "500, true", "502, true", "503, true", "504, true"})
    void triesAgainWhatMayPass(int status, boolean doubtful) {
        origin.answer(status, "", "Retry-After: 1.5");

        assertThat(deliver())
                .isEqualTo(new Retry(
                        "Cannot add a test result: POST " + azure.address() + "/_apis/test/runs/24/results: " + status
                                + (status < 500
                                        ? ". Attest retries the request."
                                        : ". Attest retries the request. If the failure lasts, check"
                                                + " attest.azure.url."),
                        Duration.ofMillis(1500),
                        doubtful,
                        false,
                        status != 408 && status != 502 && status != 503 && status != 504));
        assertThat(origin.requests())
                .as("a run that is over may refuse its results with 409")
                .hasSize(status == 409 ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"400, text/html", "405, text/plain", "410, text/html"})
    void losesNothingOverAServerThatIsNotAzureDevOps(int status, String contentType) {
        origin.answerAs(status, contentType, "<html><title>The plain HTTP request was sent to HTTPS port</title>");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("plain HTTP request", "attest.azure.url");
        });
    }

    /** Frameworks and gateways answer so when nothing of theirs is at a URL: it does not say that the run is gone. */
    @Test
    void losesNothingOverAnotherServerThatKnowsNoSuchUrl() {
        origin.answerAs(404, "application/json", "{\"status\":404,\"error\":\"Not Found\"}");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.needsAttention()).isTrue();
            assertThat(retry.reason()).contains("attest.azure.url");
        });
    }

    @Test
    void takesASuccessThatAsksForPatienceForASuccess() {
        origin.answer(200, "{\"value\":[{\"id\":100000}]}", "Retry-After: 2");

        assertThat(deliver()).isEqualTo(new Accepted(List.of("100000"), "", Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void takesAnySuccessForASuccess(int status) {
        origin.answer(status, "{\"value\":[{\"id\":100000}]}");

        assertThat(deliver()).isInstanceOf(Accepted.class);
    }

    @Test
    void looksFirstAfterAReplyThatBrokeOff() {
        origin.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"value\":[{\"id\":1}]}");

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.possiblyApplied()).isTrue();
            assertThat(deferred.reason()).contains("200, but its text breaks off");
        });
    }

    @Test
    void looksFirstAfterAConnectionThatBroke() {
        origin.drop();

        assertThat(deliver()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.possiblyApplied()).isTrue();
            assertThat(deferred.needsAttention()).isFalse();
        });
    }

    @Test
    void slowsDownWhereTheServiceSaysThatItHasNothingLeft() {
        origin.answer(200, "{\"value\":[{\"id\":100000}]}", "X-RateLimit-Remaining: 0", "X-RateLimit-Delay: 4.5");

        assertThat(deliver()).isEqualTo(new Accepted(List.of("100000"), "", Duration.ofMillis(4500)));
    }

    @ParameterizedTest
    @CsvSource({"407, attest.proxy", "503, through the proxy", "200, the page is the proxy's"})
    void namesTheProxyThatMayHaveAnsweredInsteadOfTheService(int status, String named) throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(origin.uri("").getPort());
                AzureDestination proxied =
                        Samples.destination(URI.create("http://server.test/c"), "7.1", proxy.url("ann:s3cret@"))) {
            origin.answerAs(status, "text/html", "<html><title>Corp</title></html>");

            assertThat(deliverTo(proxied))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            deferred -> assertThat(deferred.reason())
                                    .contains(status + " (through the proxy " + proxy.url("") + ")", "Corp", named)
                                    .doesNotContain("s3cret"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407 Who, true,  to http://user:password@host:port",
        "403 No,  true,  Have the proxy let this host through",
        "502 No,  false, Attest retries the request"
    })
    void saysWhatToSetWhereTheProxyMakesNoTunnel(String status, boolean attention, String advice) throws IOException {
        try (ForwardProxy proxy =
                        new ForwardProxy(1).answering("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
                AzureDestination proxied =
                        Samples.destination(URI.create("https://server.test/c"), "7.1", proxy.url("ann:s3cret@"))) {
            assertThat(deliverTo(proxied)).isInstanceOfSatisfying(Retry.class, deferred -> {
                assertThat(deferred.needsAttention()).isEqualTo(attention);
                assertThat(deferred.possiblyApplied()).isFalse();
                assertThat(deferred.reason())
                        .contains("the proxy " + proxy.url("") + " answers " + status.substring(0, 3), advice)
                        .doesNotContain("s3cret");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void takesTheTokenToNoOtherServer(int status) {
        try (Origin other = new Origin()) {
            origin.answer(status, "", "Location: " + other.uri("/_signin"));

            assertThat(deliver()).isInstanceOf(Retry.class);
            assertThat(other.requests()).isEmpty();
            assertThat(origin.requests()).hasSize(1);
        }
    }

    @Test
    void waitsForAServerThatIsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        assertThat(deliverTo(URI.create("http://127.0.0.1:" + port + "/"))).satisfies(RepliesTest::isDownOnly);
    }

    @Test
    void waitsForAHostWithoutAnAddress() {
        assertThat(deliverTo(URI.create("https://no-such-host.invalid/o"))).satisfies(RepliesTest::isDownOnly);
    }

    @Test
    void keepsTheTokenToItselfEvenIfTheServiceDoesNot() {
        origin.answer(400, "{\"message\":\"bad: " + Samples.TOKEN + " and OnBhdC03ZjNhLXNlY3JldA==\"}");

        assertThat(deliver())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("bad: *** and ***"));
    }

    @Test
    void keepsUserInfoAndQueryOfTheAddressToItself() {
        URI secretive = URI.create(origin.uri("/c?sig=hidden").toString().replace("//", "//me:hidden@"));
        origin.answer(401, "");

        assertThat(deliverTo(secretive))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.reason())
                                .doesNotContain("hidden")
                                .contains(origin.uri("/c/The%20Shop/_apis/test/runs/24/results")
                                        .toString()));
    }

    private static void isDownOnly(DeliveryResult delivery) {
        assertThat(delivery).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isFalse();
            assertThat(deferred.possiblyApplied()).isFalse();
            assertThat(deferred.reason()).contains("attest.azure.url");
        });
    }

    private DeliveryResult deliver() {
        return azure.deliver("24", List.of(Samples.passed(1, "adds")), false);
    }

    private static DeliveryResult deliverTo(URI url) {
        try (AzureDestination destination = Samples.destination(url, "7.1")) {
            return deliverTo(destination);
        }
    }

    private static DeliveryResult deliverTo(AzureDestination destination) {
        return destination.deliver("24", List.of(Samples.passed(1, "adds")), false);
    }
}
