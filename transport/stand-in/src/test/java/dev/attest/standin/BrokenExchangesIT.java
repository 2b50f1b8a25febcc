package dev.attest.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Faults of the connection, looked at byte for byte. */
class BrokenExchangesIT {

    private static final String RUN = "{'name':'r'}";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"drop, false, 0", "reset, true, 0", "commit drop, false, 1", "commit reset, true, 1"})
    void endsTheConnectionWithoutAReply(String words, boolean reset, int runs) throws IOException {
        server.faults().add("POST */runs: nth=1 " + words);

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.text()).isEmpty();
        assertThat(exchange.reset()).isEqualTo(reset);
        assertThat(runs()).isEqualTo(runs);
    }

    @Test
    void cutsTheReplyWithinItsBody() throws IOException {
        server.faults().add("POST */runs: nth=1 cut=7");

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.head()).startsWith("HTTP/1.1 200").containsPattern("(?i)content-length: [1-9]\\d\\d");
        assertThat(exchange.body()).isEqualTo("{\"id\":1");
        assertThat(exchange.reset()).isFalse();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void cutsTheReplyWithinItsHead() throws IOException {
        server.faults().add("POST */runs: nth=1 cut-head=30");

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.text()).startsWith("HTTP/1.1 200").hasSize(30).doesNotContain("\r\n\r\n");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void cutsARefusal() throws IOException {
        server.faults().add("POST */runs: nth=1 status=503 body=text cut=3");

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.head()).startsWith("HTTP/1.1 503");
        assertThat(exchange.body()).isEqualTo("The");
        assertThat(runs()).isZero();
    }

    @Test
    void resetsTheConnectionWithinTheReply() throws IOException {
        server.faults().add("POST */runs: nth=1 cut=0 reset");

        assertThat(RawExchange.post(server, "runs", RUN).reset()).isTrue();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void sendsTheReplyInDrips() throws IOException {
        server.faults().add("POST */runs: nth=1 drip=100/20ms");

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.chunks()).hasSizeGreaterThan(4);
        assertThat(exchange.body()).startsWith("{\"id\":1").endsWith("}");
        assertThat(exchange.head())
                .containsIgnoringCase("content-length: " + exchange.body().length());
    }

    @Test
    void resetsAnUploadOfWhichItHasReadSoMuch() throws IOException {
        server.faults().add("POST */runs: nth=1 cut-upload=1KB");

        try (var socket = RawExchange.open(server, "runs", 1_000_000)) {
            socket.getOutputStream().write(new byte[1023]);
            assertThat(server.requests()).isEmpty();
            socket.getOutputStream().write(new byte[1]);

            assertThat(RawExchange.read(socket)).isEqualTo(new RawExchange("", List.of(), true));
        }
        assertThat(server.requests()).singleElement().extracting("status").isEqualTo(0);
    }

    @Test
    void readsAnUploadSlowly() throws IOException {
        server.faults().add("POST */runs: nth=1 slow-upload=2/400ms");
        var start = System.nanoTime();

        var exchange = RawExchange.post(server, "runs", RUN);

        assertThat(exchange.head()).startsWith("HTTP/1.1 200");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void refusesOnlyWhenTheWholeUploadIsThere() throws IOException {
        server.faults().add("POST */runs: nth=1 status=503");

        try (var socket = RawExchange.open(server, "runs", 5_000_000)) {
            for (var part = 0; part < 5; part++) {
                socket.getOutputStream().write(new byte[1_000_000]);
            }

            assertThat(RawExchange.read(socket).head()).startsWith("HTTP/1.1 503");
        }
    }

    @ParameterizedTest
    @CsvSource({"hang, 0", "commit hang, 1"})
    void answersNeverAndEndsWithItsRule(String words, int runs) throws Exception {
        var id = server.faults().add("POST */runs: nth=1 " + words);

        try (var socket = RawExchange.open(server, "runs", 12)) {
            socket.getOutputStream().write("{\"name\":\"r\"}".getBytes(StandardCharsets.US_ASCII));
            var reply = CompletableFuture.supplyAsync(() -> ended(socket));
            await().until(() -> server.requests().size() == 1);
            assertThat(runs()).isEqualTo(runs);
            assertThat(reply).isNotDone();

            server.faults().remove(id);

            assertThat(reply.get(10, TimeUnit.SECONDS).text()).isEmpty();
        }
    }

    @Test
    void keepsNoThreadForAClientThatGaveUp() throws IOException {
        server.faults().add("POST */runs: hang");

        for (var request = 0; request < 300; request++) {
            RawExchange.open(server, "runs", 0).close();
        }

        assertThat(runs()).isZero();
        await().untilAsserted(() -> assertThat(hanging()).isZero());
    }

    @Test
    void stopsInSpiteOfWhatHangsOrDrips() throws Exception {
        server.faults().add("POST */runs: hang");
        server.faults().add("GET */runs: drip=1/1m");
        try (var socket = RawExchange.open(server, "runs", 0)) {
            var reply = CompletableFuture.supplyAsync(() -> ended(socket));
            await().until(() -> server.requests().size() == 1);
            await().until(() -> hanging() > 0);

            server.close();

            assertThat(reply.get(10, TimeUnit.SECONDS).text()).isEmpty();
        }
        await().untilAsserted(() -> assertThat(hanging()).isZero());
    }

    private static long hanging() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().equals("dev.attest.standin.server.StopSignal")))
                .count();
    }

    private static RawExchange ended(Socket socket) {
        try {
            return RawExchange.read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int runs() {
        return client.get("runs").json().get("count").asInt();
    }
}
