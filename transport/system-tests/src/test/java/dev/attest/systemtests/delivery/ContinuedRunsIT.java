package dev.attest.systemtests.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Assumption;
import dev.attest.testkit.LoopbackProxy;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hosts of one build, each of which may complete the run of all. No document says whether the service takes results in
 * a run that is over, or in one that was reopened: each answer has to do.
 */
class ContinuedRunsIT {

    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    private static final Run RUN = new Run("token", "Build 7", START, "host", null, true, "");

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(List.of(), 1),
                Arguments.of(List.of(Assumption.NO_RESULTS_AFTER_COMPLETION), 1),
                Arguments.of(List.of(Assumption.ROWS_AFTER_REOPEN), 2),
                Arguments.of(List.of(Assumption.NO_RESULTS_AFTER_COMPLETION, Assumption.ROWS_AFTER_REOPEN), 1));
    }

    @ParameterizedTest
    @MethodSource("services")
    void loseAndDoubleNothingWhereverTheServiceTakesResults(List<Assumption> turnedAround, int runs) throws Exception {
        try (Service service = service(turnedAround);
                AzureDestination first = destination(service);
                AzureDestination second = destination(service)) {
            String run = id(first.create(RUN, false));
            assertThat(id(second.create(RUN, false))).isEqualTo(run);
            String early = id(first.deliver(run, List.of(failed("early", 1)), false));
            id(second.deliver(run, List.of(passed("other")), false));
            accepted(second.complete(run, START.plusSeconds(60), false));

            String late = id(first.deliver(run, List.of(failed("late", 2)), false));
            id(first.deliver(run, List.of(passed("last")), false));
            accepted(first.append(run, List.of(retried(early, "early", 1), retried(late, "late", 2)), false));
            accepted(first.attach(run, late, null, file(1), text("of late"), false));
            accepted(first.attach(run, early, null, file(2), text("of early"), false));
            accepted(first.complete(run, START.plusSeconds(90), false));

            assertThat(results(service))
                    .containsExactlyInAnyOrder("early Passed 1", "other Passed 0", "late Passed 1", "last Passed 0");
            assertThat(service.view().runs())
                    .hasSize(runs)
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo("Completed"))
                    .allSatisfy(each -> assertThat(each.name()).isEqualTo("Build 7"));
            assertThat(first.remarks()).hasSize(runs - 1);
        }
    }

    static Stream<Arguments> statuses() {
        return IntStream.of(400, 403, 404, 405, 409, 410, 412, 422, 423)
                .boxed()
                .flatMap(status -> Stream.of(Arguments.of(status, true, 1), Arguments.of(status, false, 2)));
    }

    /** No document says with which status. */
    @ParameterizedTest
    @MethodSource("statuses")
    void loseAndDoubleNothingHoweverTheServiceRefusesResults(int status, boolean rowsAfterReopen, int runs)
            throws Exception {
        List<Assumption> turnedAround = rowsAfterReopen ? List.of() : List.of(Assumption.ROWS_AFTER_REOPEN);
        try (Service service = service(turnedAround);
                LoopbackProxy proxy = refusingBy(status, service);
                AzureDestination first = destination(service, proxy.url());
                AzureDestination second = destination(service, proxy.url())) {
            String run = id(first.create(RUN, false));
            id(second.create(RUN, false));
            String early = id(first.deliver(run, List.of(failed("early", 1)), false));
            accepted(second.complete(run, START.plusSeconds(60), false));

            id(first.deliver(run, List.of(passed("late")), false));
            accepted(second.complete(run, START.plusSeconds(70), false));
            accepted(first.append(run, List.of(retried(early, "early", 1)), false));
            accepted(first.complete(run, START.plusSeconds(90), false));

            assertThat(results(service)).containsExactlyInAnyOrder("early Passed 0", "late Passed 0");
            assertThat(service.view().runs())
                    .hasSize(runs)
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo("Completed"));
        }
    }

    private static LoopbackProxy refusingBy(int status, Service service) throws IOException {
        return new LoopbackProxy(URI.create(service.url()), (request, origin) -> {
            LoopbackProxy.Reply reply = origin.send(request);
            boolean refused = reply.status() == 400 && request.uri().getPath().endsWith("/results");
            return refused ? new LoopbackProxy.Reply(status, reply.headers(), reply.body()) : reply;
        });
    }

    /** Each JVM delivers the rest of the one before, which died without a reply. */
    @Test
    void areFoundAgainByTheNextJvm() throws Exception {
        try (Service service = service(List.of(Assumption.ROWS_AFTER_REOPEN))) {
            String run;
            try (AzureDestination first = destination(service)) {
                run = id(first.create(RUN, false));
                id(first.deliver(run, List.of(passed("early")), false));
                accepted(first.complete(run, START.plusSeconds(60), false));
                id(first.deliver(run, List.of(passed("late")), false));
            }
            try (AzureDestination next = destination(service)) {
                String again = id(next.deliver(run, List.of(passed("late")), true));
                assertThat(again).contains("/");
                accepted(next.attach(run, again, null, file(1), text("of late"), true));
            }
            try (AzureDestination last = destination(service)) {
                accepted(last.complete(run, START.plusSeconds(90), false));
            }

            assertThat(results(service)).containsExactlyInAnyOrder("early Passed 0", "late Passed 1");
            assertThat(service.view().runs())
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo("Completed"));
        }
    }

    /** What was delivered to the run without a reply is not delivered to its continuation. */
    @Test
    void haveNothingThatTheRunHas() throws Exception {
        try (Service service = service(List.of(Assumption.ROWS_AFTER_REOPEN));
                AzureDestination dead = destination(service);
                AzureDestination other = destination(service);
                AzureDestination next = destination(service)) {
            String run = id(dead.create(RUN, false));
            dead.deliver(run, List.of(passed("a"), passed("b")), false);
            accepted(other.complete(run, START.plusSeconds(60), false));

            assertThat(next.deliver(run, List.of(passed("a"), passed("b"), passed("c")), true))
                    .isNotInstanceOf(Accepted.class);
            id(next.deliver(run, List.of(passed("a")), true));
            String c = id(next.deliver(run, List.of(passed("c")), true));
            assertThat(id(next.deliver(run, List.of(passed("b")), true))).doesNotContain("/");
            assertThat(id(next.deliver(run, List.of(passed("c")), true)))
                    .isEqualTo(c)
                    .contains("/");

            assertThat(results(service)).containsExactlyInAnyOrder("a Passed 0", "b Passed 0", "c Passed 0");
        }
    }

    /** The host that made the run leaves it last, and has never heard of the continuation. */
    @Test
    void areCompletedByAnotherHost() throws Exception {
        try (Service service = service(List.of(Assumption.ROWS_AFTER_REOPEN));
                AzureDestination first = destination(service);
                AzureDestination second = destination(service)) {
            String run = id(first.create(RUN, false));
            accepted(second.complete(run, START.plusSeconds(60), false));
            id(second.deliver(run, List.of(passed("late")), false));

            accepted(first.complete(run, START.plusSeconds(90), false));

            assertThat(service.view().runs())
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo("Completed"));
        }
    }

    /** The continuation refuses it as well, so that the run is not to blame. */
    @Test
    void areNotContinuedForAResultThatNoRunTakes() throws Exception {
        try (Service service = service(List.of(Assumption.ROWS_AFTER_REOPEN));
                AzureDestination host = destination(service)) {
            String run = id(host.create(RUN, false));
            id(host.deliver(run, List.of(passed("early")), false));
            accepted(host.complete(run, START.plusSeconds(60), false));
            service.standIn().faults().add("POST */results: status=400");

            assertThat(host.deliver(run, List.of(passed("poison")), false)).isNotInstanceOf(Accepted.class);
            accepted(host.complete(run, START.plusSeconds(90), false));

            assertThat(service.view().runs()).hasSize(1);
        }
    }

    private static List<String> results(Service service) {
        List<String> results = new ArrayList<>();
        ServiceView view = service.view();
        for (ServiceView.Run run : view.runs()) {
            for (ServiceView.Result result : view.results(run.id())) {
                results.add(result.title() + " " + result.outcome() + " "
                        + view.attachments(run.id(), result.id()).size());
            }
        }
        return results;
    }

    private static Service service(List<Assumption> turnedAround) throws Exception {
        return Service.start(StandInOptions.defaults().without(turnedAround.toArray(new Assumption[0])));
    }

    private static AzureDestination destination(Service service) {
        return destination(service, URI.create(service.url()));
    }

    private static AzureDestination destination(Service service, URI url) {
        return new AzureDestination(
                Service.settings(
                        url, service.standIn().project(), service.standIn().token()),
                Map.of());
    }

    private static String id(DeliveryResult result) {
        return accepted(result).ids().get(0);
    }

    private static Accepted accepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    private static Result passed(String test) {
        return result(test, 1, 1, Outcome.PASSED);
    }

    private static Result failed(String test, int row) {
        return result(test, row, 1, Outcome.FAILED);
    }

    private static RetriedRow retried(String id, String test, int row) {
        return new RetriedRow(id, List.of(failed(test, row), result(test, row, 2, Outcome.PASSED)), 0);
    }

    private static Result result(String test, int row, int attempt, Outcome outcome) {
        TestDescription description = new TestDescription(new TestId("e", "C", test, ""), test, List.of());
        Failure failure = outcome == Outcome.FAILED ? new Failure("expected 2", "at C.m") : null;
        return new Result(row, attempt, description, outcome, START, Duration.ofMillis(5), failure, "");
    }

    private static Attachment file(int number) {
        return new Attachment(
                number, 1, 1, number + ".txt", AttachmentType.GENERAL_ATTACHMENT, "ab".repeat(32), 7, null, "");
    }

    private static Content text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
