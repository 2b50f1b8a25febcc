package dev.attest.internal.azure.api;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NegotiationTest {

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin, "");

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void asksOnceAndThenSpeaksTheNewestReleasedVersion() {
        origin.answer(200, ApiVersionsTest.options("6.0", "6.0", "0.0", "6.0"))
                .answer(200, "{\"id\":31}")
                .answer(200, "{\"id\":4}");

        azure.create(Samples.run(), false);
        azure.attach(
                "31", null, null, Samples.attachment(0, "a.txt", Samples.content("a")), Samples.content("a"), false);

        assertThat(origin.requests())
                .map(request -> request.lines().findFirst().orElseThrow())
                .containsExactly(
                        "OPTIONS /tfs/Main/_apis/test",
                        "POST /tfs/Main/The%20Shop/_apis/test/runs?api-version=6.0",
                        "POST /tfs/Main/The%20Shop/_apis/test/runs/31/attachments?api-version=6.0-preview.1");
    }

    @Test
    void asksAgainAfterAFailure() {
        origin.answer(503, "{}")
                .answer(200, ApiVersionsTest.options("7.1", "7.1", "7.1", "7.1"))
                .answer(200, "{\"id\":31}");

        assertThat(azure.create(Samples.run(), false)).isInstanceOf(Retry.class);
        assertThat(azure.create(Samples.run(), false)).isInstanceOf(Accepted.class);
    }

    @Test
    void asksOnceForThreadsThatBeginTogether() throws Exception {
        origin.answer(200, ApiVersionsTest.options("7.1", "7.1", "7.1", "7.1"));
        for (int i = 0; i < 4; i++) {
            origin.answer(200, "{\"id\":31}");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<DeliveryResult> create = () -> azure.create(Samples.run(), false);

            for (Future<DeliveryResult> created : threads.invokeAll(List.of(create, create, create, create))) {
                assertThat(created.get()).isInstanceOf(Accepted.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(origin.requests())
                .filteredOn(request -> request.startsWith("OPTIONS"))
                .hasSize(1);
    }

    @Test
    void callsAPersonWhenTheAnswerIsOfSomethingElse() {
        origin.answer(200, "{\"value\":[]}");

        assertThat(azure.create(Samples.run(), false)).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.possiblyApplied()).isFalse();
            assertThat(deferred.reason())
                    .contains("attest.azure.url", "attest.azure.api-version", "/tfs/Main/_apis/test");
        });
    }

    @Test
    void losesNoRunWhenTheQuestionIsRefused() {
        origin.answer(405, "");

        assertThat(azure.create(Samples.run(), false)).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("405", "attest.azure.api-version");
        });
    }
}
