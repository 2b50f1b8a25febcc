package dev.attest.standin;

import dev.attest.standin.traffic.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutageIT {

    private static final String RUNS = "/{collection}/{project}/_apis/test/runs";

    @Test
    void isDownForATimeAndThenHeals() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            server.faults().outage(Duration.ofMillis(500));
            var begin = Instant.now();

            assertThat(client.get("runs").status()).isEqualTo(503);
            assertThat(client.post("runs", "{'name':'r'}").status()).isEqualTo(503);
            await().until(() -> client.get("runs").status() == 200);

            assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(500));
            assertThat(client.get("runs").json().get("count").asInt()).isZero();
            assertThat(server.faults().active()).singleElement().matches(fault -> fault.over() && fault.struck() >= 2);
        }
    }

    @Test
    void tellsHowManyRequestsCameAndWhen() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            var begin = Instant.now();
            server.faults().add("POST */runs: nth=1 status=503");
            server.faults().add("POST */runs: nth=2 drop");
            client.post("runs", "{'name':'r'}");
            server.faults().add("GET */runs/*: delay=1ms");
            client.get("runs/7");
            client.get("runs/8?includeDetails=true");
            client.get("nothing");

            assertThat(server.requestCounts())
                    .isEqualTo(Map.of("POST " + RUNS, 1, "GET " + RUNS + "/{run}", 2, "GET *", 1));
            assertThat(server.requests())
                    .extracting(RecordedRequest::at)
                    .isSorted()
                    .allSatisfy(at -> assertThat(at).isBetween(begin, Instant.now()));
        }
    }

    @Test
    void letsEveryReplyOfTheApiWait() {
        try (var server = StandIn.start(StandInOptions.defaults().withLatency(Duration.ofSeconds(2)))) {
            var client = Client.of(server);
            var begin = System.nanoTime();

            client.get("runs");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void leavesItsOwnPagesAlone() {
        try (var server = StandIn.start(StandInOptions.defaults().withFaults("* *: drop"))) {
            assertThat(Client.page(server, "faults").text())
                    .contains("* *: drop")
                    .contains("active")
                    .contains("METHOD PATH: OPTIONS");
        }
    }
}
