package dev.attest.standin;

import dev.attest.standin.traffic.RecordedRequest;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsIT {

    private static final String RUN = "{'name':'r'}";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void throttlesOnceAndThenCreatesExactlyOneRow() {
        server.faults().on("POST", "/runs").retryAfter(2).answer(429);

        var first = client.post("runs", RUN);
        var second = client.post("runs", RUN);

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.header("Retry-After")).isEqualTo("2");
        assertThat(second.status()).isEqualTo(200);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void meetsTheNthRequestOnly() {
        server.faults().on("POST", "/runs").nth(2).answer(503);

        assertThat(client.post("runs", RUN).status()).isEqualTo(200);
        assertThat(client.post("runs", RUN).status()).isEqualTo(503);
        assertThat(client.post("runs", RUN).status()).isEqualTo(200);
    }

    @Test
    void succeedsWithARequestToSlowDown() {
        server.faults().on("POST", "/runs").retryAfter(2).proceed();

        var reply = client.post("runs", RUN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }

    // The JDK's client repeats no POST by itself.
    @Test
    void commitsAndDropsTheConnection() {
        server.faults().on("POST", "/runs").commitThenDrop();

        assertThatThrownBy(() -> client.post("runs", RUN)).isInstanceOf(UncheckedIOException.class);
        assertThat(runs()).isEqualTo(1);
        assertThat(server.requests()).extracting(RecordedRequest::status).startsWith(0);
    }

    @Test
    void dropsTheConnectionBeforeAnythingHappens() {
        server.faults().on("POST", "/runs").drop();

        assertThatThrownBy(() -> client.post("runs", RUN)).isInstanceOf(UncheckedIOException.class);
        assertThat(runs()).isZero();
    }

    @Test
    void cutsTheReplyInTheMiddle() {
        server.faults().on("POST", "/runs").cutAfter(20);

        assertThatThrownBy(() -> client.post("runs", RUN)).isInstanceOf(UncheckedIOException.class);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void sendsHalfOfTheJsonAsIfItWereAll() {
        server.faults().on("POST", "/runs").truncateJson();

        var reply = client.post("runs", RUN);

        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void showsASignInPage() {
        server.faults().on("*", "").always().signInPage();

        assertThat(client.get("runs").status()).isEqualTo(203);
        assertThat(client.get("runs").header("Content-Type")).startsWith("text/html");
    }

    @Test
    void recordsRequestsWithoutTheToken() {
        client.post("runs", RUN);

        var request = server.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/DefaultCollection/demo/_apis/test/runs?api-version=7.1");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.bytes()).isEqualTo(RUN.length());
        assertThat(request.headers()).containsKey("content-type").doesNotContainKey("authorization");
    }

    private int runs() {
        return client.get("runs").json().get("count").asInt();
    }
}
