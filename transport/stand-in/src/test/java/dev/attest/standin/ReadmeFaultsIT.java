package dev.attest.standin;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README shows this code. */
class ReadmeFaultsIT {

    @Test
    void areAddedAsTextOrByCalls() {
        try (var standIn = StandIn.start()) {
            standIn.faults().add("POST */runs: nth=1 commit status=200 body=sign-in");
            standIn.faults().on("POST", "/results").nth(2).retryAfter(3).answer(503);

            assertThat(standIn.faults().active()).hasSize(2);
        }
    }
}
