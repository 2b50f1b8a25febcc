package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunContinuationsTest {

    private static final String RUN = """
            {"id":31,"name":"Shop tests","state":"InProgress","startedDate":"2026-11-21T08:00:00Z",\
            "comment":"Published by Attest. attest-run:9f3c2a","build":{"id":"42"},\
            "pipelineReference":{"pipelineId":42,"jobReference":{"jobName":"Linux","attempt":3}}}""";
    private static final String REFUSAL = "{\"message\":\"The run was completed.\"}";
    private static final String NEXT = "{\"id\":77,\"comment\":\"attest-run:continued-31.\"}";

    private final Origin origin = new Origin().at(Samples.NOW);
    private final AzureDestination azure = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void takeTheResultsThatAReopenedRunRefuses() {
        origin.answer(200, RUN)
                .answer(400, REFUSAL)
                .answer(200, RUN)
                .answer(200, RUN)
                .answer(200, "{\"value\":[]}")
                .answer(200, NEXT)
                .answer(200, "{\"value\":[" + NEXT + "]}")
                .answer(200, "{\"value\":[]}")
                .answer(200, "{\"value\":[{\"id\":100000}]}")
                .answer(200, RUN)
                .answer(200, RUN);

        azure.reopen("31");
        DeliveryResult delivered = azure.deliver("31", List.of(Samples.passed(1, "adds")), false);

        assertThat(delivered)
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.ids()).containsExactly("77/100000"));
        assertThat(origin.requests().get(5))
                .contains(
                        "\"name\":\"Shop tests\"",
                        "attest-run:continued-31.",
                        "\"build\":{\"id\":\"42\"}",
                        "\"jobReference\":{\"jobName\":\"Linux\",\"attempt\":3}");
        assertThat(origin.requests().get(10))
                .endsWith("{\"comment\":\"Published by Attest. attest-run:9f3c2a attest-continued:77\"}");
        assertThat(azure.remarks()).singleElement().asString().contains("run 31", "run 77", "runId=77");
    }

    @Test
    void areNotMadeForARunThatWasNeverOver() {
        origin.answer(400, REFUSAL).answer(200, RUN);

        assertThat(azure.deliver("31", List.of(Samples.passed(1, "adds")), false))
                .isInstanceOf(Rejected.class);
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void areNotMadeOnceTheReopenedRunHasTakenResults() {
        origin.answer(200, RUN)
                .answer(200, "{\"value\":[{\"id\":100000}]}")
                .answer(400, REFUSAL)
                .answer(200, RUN);

        azure.reopen("31");
        azure.deliver("31", List.of(Samples.passed(1, "adds")), false);

        assertThat(azure.deliver("31", List.of(Samples.passed(2, "removes")), false))
                .isInstanceOf(Rejected.class);
        assertThat(origin.requests()).hasSize(4);
    }

    /** The results may be there: the next attempt must look. */
    @Test
    void areTriedAgainWhenTheirReplyIsLost() {
        origin.answer(200, RUN)
                .answer(400, REFUSAL)
                .answer(200, RUN)
                .answer(200, RUN)
                .answer(200, "{\"value\":[" + NEXT + "]}")
                .answer(200, "{\"value\":[]}")
                .answer(503, "");

        azure.reopen("31");

        assertThat(azure.deliver("31", List.of(Samples.passed(1, "adds")), false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        retry -> assertThat(retry.possiblyApplied()).isTrue());
        assertThat(azure.remarks()).isEmpty();
    }
}
