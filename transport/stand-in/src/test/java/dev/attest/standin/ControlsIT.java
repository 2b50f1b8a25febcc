package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ControlsIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addsFaultsLineByLineAndCountsTheirStrikes() {
        var added = control("POST", "faults", "POST */runs: nth=1 status=503\n\nGET */runs: times=2 retry-after=1\n");
        client.post("runs", "{'name':'a'}");
        client.post("runs", "{'name':'b'}");

        assertThat(added.json().at("/faults/1/rule").asText()).isEqualTo("GET */runs: times=2 retry-after=1");
        assertThat(control("GET", "faults", "").json().get("faults").get(0))
                .hasToString(
                        "{\"id\":1,\"rule\":\"POST */runs: nth=1 status=503\",\"seen\":2,\"struck\":1,\"over\":true}");
        assertThat(Client.page(server, "faults").text()).contains("POST */runs: nth=1 status=503", ">over<");
    }

    @Test
    void addsNothingOfWhatItDoesNotUnderstand() {
        var reply = control("POST", "faults", "* *: drop\nPOST */runs: nht=1 drop");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"nht=1\" is not understood: expected one of nth, every");
        assertThat(server.faults().active()).isEmpty();
        assertThat(control("POST", "faults", " ").text()).contains("METHOD PATH: OPTIONS");
    }

    @Test
    void removesOneOrAllAlsoWhileTheServiceIsDown() {
        control("POST", "faults", "* *: drop\n* *: status=503\n* *: status=500");

        assertThat(control("DELETE", "faults/1", "").status()).isEqualTo(204);
        assertThat(client.get("runs").status()).isEqualTo(503);
        assertThat(control("DELETE", "faults/1", "").status()).isEqualTo(404);
        assertThat(control("DELETE", "faults", "").status()).isEqualTo(204);
        assertThat(client.get("runs").status()).isEqualTo(200);
    }

    @Test
    void tellsAndForgetsTheRequestsButCountsItsOwnCallsNot() {
        client.get("runs");

        var requests = control("GET", "requests", "").json();

        assertThat(requests.get("counts")).hasToString("{\"GET /{collection}/{project}/_apis/test/runs\":1}");
        assertThat(requests.at("/requests/0/at").asText()).endsWith("Z");
        assertThat(requests.at("/requests/0/status").asInt()).isEqualTo(200);
        assertThat(control("DELETE", "requests", "").status()).isEqualTo(204);
        assertThat(server.requests()).isEmpty();
        assertThat(server.requestCounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, faults",
        "POST, faults",
        "DELETE, faults",
        "DELETE, faults/1",
        "GET, requests",
        "DELETE, requests",
        "GET, builds",
        "POST, builds"
    })
    void needsTheToken(String method, String path) {
        server.faults().add("* *: drop");
        var uri = URI.create(server.page() + "_attest/" + path);

        for (var given : new String[] {"X-Other: x", "Authorization: " + Client.basic("wrong")}) {
            var header = given.split(": ", 2);
            var reply = Client.send(HttpRequest.newBuilder(uri)
                    .header(header[0], header[1])
                    .method(method, BodyPublishers.ofString("* *: hang"))
                    .build());
            assertThat(reply.status()).isEqualTo(401);
            // A challenge would make a browser keep the token, and send it on behalf of other sites.
            assertThat(reply.header("WWW-Authenticate")).isEmpty();
        }
        assertThat(server.faults().active()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://evil.com", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void answersNoPageOfAnotherSiteEvenWithTheToken(String header) {
        var reply = send("POST", "faults", "* *: drop", header.split(": ", 2));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(server.faults().active()).isEmpty();
    }

    private Client.Reply control(String method, String path, String body) {
        return send(method, path, body, "X-Other", "x");
    }

    private Client.Reply send(String method, String path, String body, String... header) {
        return Client.send(HttpRequest.newBuilder(URI.create(server.page() + "_attest/" + path))
                .header("Authorization", Client.basic(server.token()))
                .headers(header)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
