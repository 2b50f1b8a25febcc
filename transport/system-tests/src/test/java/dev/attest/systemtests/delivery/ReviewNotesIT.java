package dev.attest.systemtests.delivery;

import com.sun.net.httpserver.HttpServer;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.destination.Review;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.store.BuildStore.BuildRow;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.testkit.Service;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.attest.systemtests.delivery.PipelineRuns.BUILD;
import static dev.attest.systemtests.delivery.PipelineRuns.DEFINITION;
import static dev.attest.systemtests.delivery.PipelineRuns.IN_PIPELINE;
import static dev.attest.systemtests.delivery.PipelineRuns.MAIN;
import static dev.attest.systemtests.delivery.PipelineRuns.accepted;
import static dev.attest.systemtests.delivery.PipelineRuns.create;
import static dev.attest.systemtests.delivery.PipelineRuns.destination;
import static dev.attest.systemtests.delivery.PipelineRuns.earlier;
import static dev.attest.systemtests.delivery.PipelineRuns.result;
import static dev.attest.systemtests.delivery.PipelineRuns.rows;
import static org.assertj.core.api.Assertions.assertThat;

/** What a review writes to the service, and what it does not. */
class ReviewNotesIT {

    /** Whatever the service says where the marks of flaky tests are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/x",
                "http://localhost:PORT/DefaultCollection",
                "http://127.0.0.1:PORT@127.0.0.1:PORT/x",
                "HTTP://127.0.0.1:PORT",
                "//127.0.0.1:PORT/x",
                "http://127.0.0.1:PORT/https://dev.azure.com/x",
            })
    void sendTheirTokenToNoOtherHost(String address) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        other.start();
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            String there =
                    address.replace("PORT", String.valueOf(other.getAddress().getPort()));
            service.standIn()
                    .faults()
                    .add("GET */resourceAreas/*: status=200 body=\"{\\\"locationUrl\\\":\\\"" + there + "\\\"}\"");

            review(service, destination, List.of(result(1, "adds", Outcome.PASSED, Instant.now())));

            assertThat(asked).hasValue(0);
            assertThat(marks(service)).as("at the service itself").isEqualTo(1);
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "11, 0", "29, 0"})
    void marksFlakyTestsUnlessThereAreTooMany(int retried, int marks) throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            List<Result> results = IntStream.rangeClosed(1, retried)
                    .mapToObj(row -> result(row, "test" + row, Outcome.PASSED, Instant.now()))
                    .toList();

            review(service, destination, results);

            assertThat(marks(service)).isEqualTo(marks);
        }
    }

    @ParameterizedTest
    @CsvSource({"900, true", "990, false", "1000, false"})
    void leavesACommentThatHasNoRoomForANote(int length, boolean noted) throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            earlier(service, destination, 7, DEFINITION, MAIN, "Test #7", 1, Outcome.FAILED);
            Result failed = result(1, "adds", Outcome.FAILED, Instant.now());
            String comment = "c".repeat(length);
            Result commented = new Result(
                    1,
                    1,
                    failed.test(),
                    failed.outcome(),
                    failed.started(),
                    failed.duration(),
                    failed.failure(),
                    comment);

            Review review = review(service, destination, List.of(commented));

            assertThat(review.trouble())
                    .as("what is known to be refused is not sent")
                    .isEmpty();
            assertThat(review.of(1).judgement().words()).startsWith("failing since build 20261201.7");
            assertThat(service.view().results(2))
                    .singleElement()
                    .satisfies(result -> assertThat(result.comment())
                            .endsWith(comment)
                            .matches(text -> text.startsWith("failing since") == noted));
        }
    }

    /** Two files of features may have scenarios of one name. */
    @Test
    void takesNoTestOfTheSameNameInAnotherFileForThisOne() throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            service.standIn().builds().add(new BuildRow(7, "20261201.7", DEFINITION, "shop", MAIN));
            Instant yesterday = Instant.now().minus(Duration.ofDays(1));
            String run = create(service, destination, "Test #7", 7, yesterday);
            TestDescription same =
                    new TestDescription(new TestId("e", "shop", "Cart.adds()", ""), "of another file", List.of());
            Result other = new Result(1, 1, same, Outcome.FAILED, yesterday, Duration.ZERO, null, "");
            accepted(destination.deliver(run, List.of(other), false));
            accepted(destination.complete(run, yesterday, false));

            Review review = review(service, destination, List.of(result(1, "adds", Outcome.FAILED, Instant.now())));

            assertThat(review.of(1).judgement().words()).isEqualTo("new: no earlier result in 14 days");
        }
    }

    private static Review review(Service service, AzureDestination destination, List<Result> results) throws Exception {
        String run = create(service, destination, "Test #100", BUILD, Instant.now());
        List<String> ids = accepted(destination.deliver(run, results, false)).ids();
        return destination.review(run, rows(results, ids), System.nanoTime() + TimeUnit.SECONDS.toNanos(60));
    }

    private static long marks(Service service) {
        return service.standIn().requests().stream()
                .filter(request -> request.method().equals("PATCH") && request.status() == 200)
                .map(RecordedRequest::path)
                .filter(path -> path.toLowerCase(Locale.ROOT).contains("/resultmetadata/"))
                .count();
    }
}
