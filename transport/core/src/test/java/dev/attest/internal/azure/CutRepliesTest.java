package dev.attest.internal.azure;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Replies that break off after any of their bytes leave open what became of the request: the next try looks first. */
class CutRepliesTest {

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void leaveARunInDoubt() {
        leavesInDoubt("{\"id\":24,\"state\":\"InProgress\"}", () -> azure.create(Samples.run(), false));
    }

    @Test
    void leaveResultsInDoubt() {
        leavesInDoubt(
                "{\"count\":1,\"value\":[{\"id\":100000}]}",
                () -> azure.deliver("24", List.of(Samples.passed(1, "adds")), false));
    }

    @Test
    void leaveAttemptsInDoubt() {
        Result failed = Samples.result(1, "adds", Outcome.FAILED, null);
        RetriedRow row = new RetriedRow("100000", List.of(failed, Samples.passed(1, "adds")), 0);

        leavesInDoubt(
                "{\"value\":[{\"id\":100000,\"subResults\":[{\"id\":1},{\"id\":2}]}]}",
                () -> azure.append("24", List.of(row), false));
    }

    @Test
    void leaveAnAttachmentInDoubt() {
        leavesInDoubt(
                "{\"id\":7,\"url\":\"https://server/7\"}",
                () -> azure.attach(
                        "24",
                        "100000",
                        null,
                        Samples.attachment("a.log", Samples.content("a")),
                        Samples.content("a"),
                        false));
    }

    @Test
    void leaveTheEndOfARunInDoubt() {
        origin.answer(200, "{\"id\":24,\"startedDate\":\"2026-11-21T08:00:00Z\"}");
        azure.reopen("24");

        leavesInDoubt("{\"id\":24,\"state\":\"Completed\"}", () -> azure.complete("24", Samples.NOW, false));
    }

    private void leavesInDoubt(String json, Supplier<DeliveryResult> call) {
        String reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json;
        for (int cut = 0; cut < reply.length(); cut++) {
            origin.raw(reply.substring(0, cut));

            assertThat(call.get()).as("%s bytes of %s", cut, reply).isInstanceOfSatisfying(Retry.class, deferred -> {
                assertThat(deferred.possiblyApplied()).isTrue();
                assertThat(deferred.needsAttention()).isFalse();
            });
        }

        origin.raw(reply);
        assertThat(call.get()).isInstanceOf(Accepted.class);
    }
}
