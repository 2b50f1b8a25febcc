package dev.attest.standin.traffic;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLogTest {

    private final RequestLog log = new RequestLog();

    @Test
    void keepsOneCopyOfWhatRequestsHaveInCommon() {
        log.add(request(1));
        log.add(request(2));

        var all = log.all();
        assertThat(all).containsExactly(request(1), request(2));
        assertThat(all.get(1).route()).isSameAs(all.get(0).route());
        assertThat(all.get(1).headers().get("accept"))
                .isSameAs(all.get(0).headers().get("accept"));
    }

    @Test
    void keepsTheLastHundredThousandAndCountsAll() {
        for (var number = 1; number <= 100_001; number++) {
            log.add(request(number));
        }

        assertThat(log.all()).hasSize(100_000).startsWith(request(2)).endsWith(request(100_001));
        assertThat(log.counts()).containsExactly(Map.entry("GET /{run}", 100_001));
    }

    private static RecordedRequest request(int number) {
        var route = "GET " + "/{run}";
        return new RecordedRequest(
                Instant.EPOCH,
                "GET",
                route.repeat(1),
                "/" + number,
                200,
                number,
                Map.of("accept", new StringBuilder("application/json").toString()));
    }
}
