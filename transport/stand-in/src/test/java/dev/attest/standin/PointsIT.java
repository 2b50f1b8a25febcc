package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PointsIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'pointsFilter':{'testcaseIds':[7,8,9]}}", "{'PointsFilter':{'TestcaseIds':[7,8,9]}}"})
    void answersWithTheQueryAndNoPointsWhereNoCaseHasOne(String query) {
        var reply = client.post("points", query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("points")).isEmpty();
        assertThat(reply.json().get("pointsFilter").elements().next()).hasSize(3);
    }

    @Test
    void refusesAQueryWithoutAFilter() {
        assertThat(client.post("points", "{}").status()).isEqualTo(400);
    }

    @Test
    void refusesAnIdThatIsNone() {
        assertThat(client.post("points", "{'pointsFilter':{'testcaseIds':['seven']}}")
                        .status())
                .isEqualTo(400);
    }
}
