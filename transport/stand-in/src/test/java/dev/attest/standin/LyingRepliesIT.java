package dev.attest.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole replies that do not say what happened. */
class LyingRepliesIT {

    private static final String RUN = "{'name':'r'}";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commit status=200 body=sign-in | 200 | text/html        | Sign in to your account",
                "commit body=html               | 200 | text/html        | <h1>200</h1>",
                "commit body=json               | 200 | application/json | {\"unexpected\":true}",
                "commit status=500 body=empty   | 500 | text/plain       | ''",
                "commit sign-in=302             | 302 | text/html        | Sign in to your account",
                "body=half                      | 200 | application/json | {\"id\":1,\"name\":\"r\""
            })
    void takesEffectAndAnswersNonsense(String words, int status, String type, String text) {
        server.faults().add("POST */runs: nth=1 " + words);

        var reply = client.post("runs", RUN);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(reply.text()).contains(text).doesNotContain("revision");
        assertThat(runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=503           | 503 | application/json | The service answers 503.",
                "status=429           | 429 | application/json | TF400733",
                "status=503 body=html | 503 | text/html        | <h1>503</h1>",
                "status=400 body=text | 400 | text/plain       | The service answers 400.",
                "status=500 body=empty | 500 | text/plain      | ''",
                "body=json            | 200 | application/json | unexpected",
                "sign-in=203          | 203 | text/html        | Sign in to your account",
                "sign-in=200          | 200 | text/html        | Sign in to your account",
                "sign-in=302          | 302 | text/html        | Sign in to your account"
            })
    void refusesWithoutAnyEffect(String words, int status, String type, String text) {
        server.faults().add("POST */runs: nth=1 " + words);

        var reply = client.post("runs", RUN);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(reply.text()).contains(text);
        assertThat(runs()).isZero();
    }

    @Test
    void leadsToThePageToSignIn() {
        server.faults().add("* *: nth=1 sign-in=302");

        assertThat(client.get("runs").header("Location")).endsWith("/_signin");
    }

    @Test
    void wrapsItsErrorAsTheServiceDoes() {
        server.faults().add("* *: nth=1 status=503");

        var error = client.get("runs").json();

        assertThat(error.fieldNames())
                .toIterable()
                .containsExactly("$id", "innerException", "message", "typeName", "typeKey", "errorCode", "eventId");
    }

    @Test
    void asksToWaitUntilADate() {
        server.faults().add("* *: nth=1 status=503 retry-after=date:90s");
        var now = Instant.now();

        var date = ZonedDateTime.parse(client.get("runs").header("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(Duration.between(now, date.toInstant())).isBetween(Duration.ofSeconds(88), Duration.ofSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text:soon", "0", "86400"})
    void asksToWaitInAnyOtherWay(String value) {
        server.faults().add("* *: nth=1 status=503 retry-after=" + value);

        assertThat(client.get("runs").header("Retry-After")).isEqualTo(value.replace("text:", ""));
    }

    @Test
    void addsHeadersToATrueReply() {
        server.faults()
                .add("POST */runs: retry-after=2 header=X-RateLimit-Remaining:0"
                        + " header=\"X-RateLimit-Resource: Test runs\"");

        var reply = client.post("runs", RUN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(reply.header("X-RateLimit-Resource")).isEqualTo("Test runs");
    }

    @Test
    void meetsBodiesOfASizeOnly() {
        server.faults().add("POST */runs: min-size=64 status=413");

        assertThat(client.post("runs", RUN).status()).isEqualTo(200);
        assertThat(client.post("runs", "{'name':'" + "x".repeat(64) + "'}").status())
                .isEqualTo(413);
    }

    private int runs() {
        return client.get("runs").json().get("count").asInt();
    }
}
