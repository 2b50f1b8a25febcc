package dev.attest.systemtests.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replies break off: the service did what it was asked, and nobody knows. Not after each byte here, as what is kept is
 * looked at each time; that any byte leaves the same doubt is shown without a service.
 */
class CutRepliesIT {

    private static final Instant START = Instant.now();
    /** In bytes, from one cut to the next. */
    private static final int STEP = 37;

    /** No head is that short; after its end, there is always something to cut. */
    private static final int HEAD = 150;

    private static final int LONGEST_REPLY = 10_000;
    private static final byte[] FILE = "what it printed".getBytes(StandardCharsets.UTF_8);

    private Service service;
    private AzureDestination azure;

    @BeforeEach
    void start() throws IOException {
        service = Service.start();
        azure = new AzureDestination(
                Service.settings(
                        service.standIn().url(),
                        service.standIn().project(),
                        service.standIn().token()),
                Map.of());
    }

    @AfterEach
    void stop() {
        azure.close();
        service.close();
    }

    @Test
    void doublesNoRunWhoseHeadIsCut() {
        doublesNoRun("cut-head", HEAD);
    }

    @Test
    void doublesNoRunWhoseBodyIsCut() {
        doublesNoRun("cut", LONGEST_REPLY);
    }

    @Test
    void doublesNoResult() {
        for (int at = 0; ; at += STEP) {
            String run = createdRun("results " + at);
            if (!isCut(
                    "POST */results",
                    "cut",
                    at,
                    possiblyApplied -> azure.deliver(run, List.of(attempt(1)), possiblyApplied))) {
                break;
            }
            assertThat(view(run)).hasSize(1);
        }
    }

    @Test
    void doublesNoAttempt() {
        for (int at = 0; ; at += STEP) {
            String run = createdRun("attempts " + at);
            String row = id(azure.deliver(run, List.of(attempt(1)), false));
            List<RetriedRow> retried = List.of(new RetriedRow(row, List.of(attempt(1), attempt(2)), 0));
            if (!isCut("PATCH */results", "cut", at, possiblyApplied -> azure.append(run, retried, possiblyApplied))) {
                break;
            }
            assertThat(view(run))
                    .singleElement()
                    .satisfies(result -> assertThat(result.attempts())
                            .extracting(ServiceView.Attempt::number)
                            .containsExactly(1, 2));
        }
    }

    @Test
    void doublesNoAttachment() {
        for (int at = 0; ; at += STEP) {
            String run = createdRun("attachments " + at);
            String row = id(azure.deliver(run, List.of(attempt(1)), false));
            Attachment file =
                    new Attachment(1, 1, 1, "output.log", AttachmentType.CONSOLE_LOG, "ab12".repeat(16), FILE.length);
            if (!isCut(
                    "POST */attachments",
                    "cut",
                    at,
                    possiblyApplied ->
                            azure.attach(run, row, null, file, new InMemoryContent(FILE), possiblyApplied))) {
                break;
            }
            assertThat(service.view().attachments(Integer.parseInt(run), Integer.parseInt(row)))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.size()).isEqualTo(FILE.length));
        }
    }

    @Test
    void completesARunWhoseCompletionWasCut() {
        String run = createdRun("completion");
        Instant end = Instant.now();
        int at = 0;
        while (isCut("PATCH */runs/{run}", "cut", at, possiblyApplied -> azure.complete(run, end, false))) {
            at += STEP;
        }

        assertThat(at).isPositive();
        assertThat(service.view().runs())
                .singleElement()
                .satisfies(kept -> assertThat(kept.state()).isEqualTo("Completed"));
    }

    private void doublesNoRun(String cut, int end) {
        List<Integer> ids = new ArrayList<>();
        int at = 0;
        while (at < end
                && isCut(
                        "POST */runs",
                        cut,
                        at,
                        possiblyApplied -> create(cut + " " + ids.size(), possiblyApplied, ids))) {
            at += STEP;
        }

        // The service counts its runs from 1: there are no others.
        assertThat(ids).hasSizeGreaterThan(1);
        assertThat(ids).isEqualTo(IntStream.rangeClosed(1, ids.size()).boxed().toList());
    }

    private DeliveryResult create(String title, boolean possiblyApplied, List<Integer> ids) {
        DeliveryResult delivery = azure.create(run(title), possiblyApplied);
        if (delivery instanceof Accepted delivered) {
            ids.add(Integer.parseInt(delivered.ids().get(0)));
        }
        return delivery;
    }

    /** Returns whether there was anything to cut: not where the reply is no longer than that. */
    private boolean isCut(String requests, String cut, int at, Call call) {
        int fault = service.standIn().faults().add(requests + ": nth=1 " + cut + "=" + at);
        DeliveryResult first = call.make(false);
        service.standIn().faults().remove(fault);
        if (first instanceof Accepted) {
            assertThat(at).isPositive();
            return false;
        }
        assertThat(first)
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied())
                                .as(deferred.reason())
                                .isTrue());
        service.standIn().clearRequests();

        assertThat(call.make(true)).isInstanceOf(Accepted.class);

        // Ids are of no use to somebody who does not look first; that a run is over may be said again.
        assertThat(service.standIn().requests())
                .extracting(RecordedRequest::method)
                .as(requests + " " + cut + "=" + at)
                .startsWith(requests.endsWith("{run}") ? "PATCH" : "GET")
                .doesNotContain("POST");
        assertThat(at).isLessThan(LONGEST_REPLY);
        return true;
    }

    private List<ServiceView.Result> view(String run) {
        return service.view().results(Integer.parseInt(run));
    }

    private String createdRun(String title) {
        return id(azure.create(run(title), false));
    }

    private static Run run(String title) {
        return new Run(title + " token", title, START, "host7", null);
    }

    private static Result attempt(int number) {
        TestDescription test =
                new TestDescription(new TestId("junit-jupiter", "shop.CartTest", "adds()", ""), "adds", List.of());
        return new Result(1, number, test, Outcome.FAILED, START, Duration.ofMillis(5), null, "");
    }

    private static String id(DeliveryResult delivery) {
        assertThat(delivery).isInstanceOf(Accepted.class);
        return ((Accepted) delivery).ids().get(0);
    }

    private interface Call {

        DeliveryResult make(boolean possiblyApplied);
    }
}
