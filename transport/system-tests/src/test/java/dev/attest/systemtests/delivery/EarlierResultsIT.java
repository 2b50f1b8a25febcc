package dev.attest.systemtests.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.WorkItemsView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

/** Which earlier results a failure is compared with, and what a service may answer to the questions for them. */
@Execution(ExecutionMode.CONCURRENT)
class EarlierResultsIT {

    private static final HistorySettings ELSEWHERE = new HistorySettings(14, true, 0, 0, 0, "");

    /** A build before this one, in which the test has failed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    build | definition | branch           | title       | days | counts
                    7     | 5          | refs/heads/main  | Test/linux #7 | 1  | true
                    7     | 5          | refs/heads/main  | Test/linux #7 | 13 | true
                    7     | 6          | refs/heads/main  | Test/linux #7 | 1  | false
                    7     | 5          | refs/heads/other | Test/linux #7 | 1  | false
                    7     | 5          | refs/pull/1/merge | Test/linux #7 | 1 | false
                    7     | 5          | refs/heads/main  | Nightly       | 1  | true
                    100   | 5          | refs/heads/main  | Test/linux #100 | 1 | false
                    0     | 0          |                  | Test/linux #7 | 1  | false
                    """, useHeadersInDisplayName = true)
    void countsIfTheyAreOfThePipelineAndTheBranch(
            int build, int definition, String branch, String title, int days, boolean counts) throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            earlier(service, destination, build, definition, branch == null ? "" : branch, title, days, Outcome.FAILED);

            assertThat(review(service, destination, "Test/linux #100", BUILD).startsWith("failing since"))
                    .isEqualTo(counts);
        }
    }

    /** The other leg of a matrix has passed in each build, and this one has failed in each. */
    @Test
    void areOfTheSameLegOfAMatrix() throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            for (int build = 1; build <= 3; build++) {
                earlier(
                        service,
                        destination,
                        build,
                        DEFINITION,
                        MAIN,
                        "Test/linux #" + build,
                        4 - build,
                        Outcome.FAILED);
                earlier(service, destination, build, DEFINITION, MAIN, "Test/mac #" + build, 4 - build, Outcome.PASSED);
            }

            assertThat(review(service, destination, "Test/linux #100", BUILD))
                    .startsWith("failing since")
                    .doesNotContain("flaky");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shop/verify #6, shop/verify #7, 1, true",
        "shop/verify #6, shop/verify #7, 6, true",
        "shop/verify #6, shop/verify #7, 8, true",
        "shop/verify #6, shop/verify #7, 13, true",
        "shop/verify #6, shop/verify #7, 15, false",
        "shop/verify, shop/verify, 1, true",
        "shop/verify #20261201.3, shop/verify #20261202.1, 1, true",
        "shop/verify #6, shop/nightly #7, 1, false",
        "Tests #unit, Tests #integration, 1, false",
    })
    void haveTheTitleOfTheRunOutsideOfAzurePipelines(String earlier, String title, int days, boolean counts)
            throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, ELSEWHERE)) {
            earlier(service, destination, 0, 0, "", earlier, days, Outcome.FAILED);

            assertThat(review(service, destination, title, 0).startsWith("failing since"))
                    .isEqualTo(counts);
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void areAskedForInTheVersionOfTheService(Product product) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().emulating(product));
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            if (product == Product.TFS_2015) {
                return; // Attest publishes to no version of it
            }
            earlier(service, destination, 7, DEFINITION, MAIN, "Test #7", 1, Outcome.FAILED);

            String words = review(service, destination, "Test #100", BUILD);

            boolean known = !product.name().startsWith("TFS");
            assertThat(words.startsWith("failing since build 20261201.7")).isEqualTo(known);
        }
    }

    /** Whatever the service answers, the review ends in its time, and leaves the results as they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST */testhistory: delay=60s",
                "POST */testhistory: hang",
                "POST */testhistory: drop",
                "POST */testhistory: reset",
                "POST */testhistory: drip=1/500ms",
                "POST */testhistory: cut=20",
                "POST */testhistory: status=500",
                "POST */testhistory: status=503 retry-after=120",
                "POST */testhistory: status=429 retry-after=120",
                "POST */testhistory: status=400",
                "POST */testhistory: status=401",
                "POST */testhistory: status=403",
                "POST */testhistory: status=404",
                "POST */testhistory: status=405",
                "POST */testhistory: status=200 body=sign-in",
                "POST */testhistory: status=203 body=sign-in",
                "POST */testhistory: status=302",
                "POST */testhistory: status=204 body=empty",
                "POST */testhistory: status=200 body=html",
                "POST */testhistory: status=200 body=\"[]\"",
                "POST */testhistory: status=200 body=\"null\"",
                "POST */testhistory: status=200 body=\"{}\"",
                "POST */testhistory: body=half",
                "POST */testhistory: status=200 body=\"{\\\"resultsForGroup\\\":{}}\"",
                "POST */testhistory: status=200 body=\"{\\\"resultsForGroup\\\":[1,{\\\"results\\\":[{},7,null]}]}\"",
                "GET */results/{result}: hang",
                "GET */results/{result}: status=200 body=\"{}\"",
                "GET */results/{result}: status=200 body=\"{\\\"id\\\":1}\"",
                "GET */results/{result}: status=404",
                "GET */attachments: hang",
                "GET */attachments: status=200 body=\"{\\\"value\\\":7}\"",
                "PATCH */results: delay=60s",
                "PATCH */results: status=400",
                "PATCH */results: status=409",
                "PATCH */results: commit drop",
                "GET */resourceAreas/*: hang",
                "GET */resourceAreas/*: status=200 body=\"null\"",
                "GET */resourceAreas/*: status=200 body=\"{\\\"locationUrl\\\":\\\"http://127.0.0.1:1/x\\\"}\"",
                "PATCH */resultmetadata/*: hang",
                "PATCH */resultmetadata/*: status=403",
            })
    void neverKeepARunFromItsEnd(String fault) throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            earlier(service, destination, 7, DEFINITION, MAIN, "Test #7", 1, Outcome.FAILED);
            String run = create(service, destination, "Test #100", BUILD, Instant.now());
            List<Result> results = List.of(
                    result(1, "adds", Outcome.FAILED, Instant.now()),
                    result(2, "waits", Outcome.PASSED, Instant.now()));
            List<String> ids =
                    accepted(destination.deliver(run, results, false)).ids();
            service.standIn().faults().add(fault);

            long began = System.nanoTime();
            Review review = destination.review(run, rows(results, ids), began + TimeUnit.SECONDS.toNanos(2));

            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(20));
            accepted(destination.complete(run, Instant.now(), false));
            service.standIn().faults().clear();
            assertThat(service.view().results(Integer.parseInt(run)))
                    .extracting(ServiceView.Result::outcome)
                    .containsExactly("Failed", "Passed");
            // A picture that comes too late costs its link only, or the time of all.
            boolean either =
                    fault.contains("attachments: hang") && review.trouble().isEmpty();
            assertThat(review.trouble().isEmpty())
                    .as(review.trouble())
                    .isEqualTo(either
                            || fault.contains("resourceAreas")
                            || fault.contains("resultmetadata")
                            || fault.contains("attachments: status")
                            || fault.contains("results\\\":[{}"));
        }
    }

    /** Of a test with attempts, the last one has the picture. */
    @Test
    void comeWithThePictureAndTheBugsOfAFailure() throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, HistorySettings.OFF)) {
            int bug = new WorkItemsView(service.standIn()).create("Bug");
            String run = create(service, destination, "Test #100", 0, Instant.now());
            Result first = linked(result(1, "adds", Outcome.FAILED, Instant.now()), bug);
            Result again = linked(result(2, "again", Outcome.FAILED, Instant.now()), bug);
            List<String> ids = accepted(destination.deliver(run, List.of(first, again), false))
                    .ids();
            Result second = new Result(
                    2, 2, again.test(), Outcome.FAILED, Instant.now(), Duration.ofMillis(5), again.failure(), "");
            RetriedRow retried = new RetriedRow(ids.get(1), List.of(again, second), 0);
            List<String> attempts =
                    accepted(destination.append(run, List.of(retried), false)).ids();
            String last = attempts.get(attempts.size() - 1);
            String onResult = attach(destination, run, ids.get(0), null, "page.png");
            attach(destination, run, ids.get(0), null, "page.html");
            String onAttempt = attach(destination, run, ids.get(1), last, "Page.JPG");

            Review review = destination.review(
                    run,
                    List.of(
                            new ReviewedRow(
                                    new ReviewedTest(1, first.test(), Outcome.FAILED, 1, 5), ids.get(0), null, true),
                            new ReviewedRow(
                                    new ReviewedTest(2, again.test(), Outcome.FAILED, 2, 5), ids.get(1), last, true)),
                    System.nanoTime() + TimeUnit.SECONDS.toNanos(30));

            String project = service.url() + "/" + service.standIn().project();
            String results = project + "/_apis/test/runs/" + run + "/results/";
            String page = project + "/_workitems/edit/" + bug;
            assertThat(review.of(1))
                    .isEqualTo(new RowReview(
                            Judgement.NONE, results + ids.get(0) + "/attachments/" + onResult, List.of(page)));
            assertThat(review.of(2))
                    .isEqualTo(new RowReview(
                            Judgement.NONE,
                            results + ids.get(1) + "/attachments/" + onAttempt + "?testSubResultId=" + last,
                            List.of(page)));
        }
    }

    private static Result linked(Result result, int item) {
        return new Result(
                result.row(),
                1,
                result.test().linkedTo(new Links(List.of(item), List.of(), List.of())),
                result.outcome(),
                result.started(),
                result.duration(),
                result.failure(),
                "");
    }

    private static String attach(
            AzureDestination destination, String run, String result, @Nullable String attempt, String name) {
        Attachment file =
                new Attachment(1, 1, 1, name, AttachmentType.GENERAL_ATTACHMENT, "ab".repeat(32), 4, null, "");
        return accepted(destination.attach(
                        run, result, attempt, file, new InMemoryContent((byte) 0x89, (byte) 0x50), false))
                .ids()
                .get(0);
    }

    /** A person may have deleted it. */
    @Test
    void ofOneTestThatTheServiceRefusesCostNoOtherItsWords() throws Exception {
        try (Service service = Service.start();
                AzureDestination destination = destination(service, IN_PIPELINE)) {
            earlier(service, destination, 7, DEFINITION, MAIN, "Test #7", 1, Outcome.FAILED);
            String run = create(service, destination, "Test #100", BUILD, Instant.now());
            List<Result> results = new ArrayList<>();
            for (int row = 1; row <= 6; row++) {
                results.add(result(row, "adds", Outcome.FAILED, Instant.now()));
            }
            List<String> ids = new ArrayList<>(
                    accepted(destination.deliver(run, results, false)).ids());
            ids.set(0, "999999");
            ids.set(1, "999998");

            Review review =
                    destination.review(run, rows(results, ids), System.nanoTime() + TimeUnit.SECONDS.toNanos(30));

            assertThat(review.rows()).containsOnlyKeys(3, 4, 5, 6);
            assertThat(review.trouble()).startsWith("Earlier results of 2 tests are not known. ");
        }
    }

    private static String review(Service service, AzureDestination destination, String title, int build)
            throws Exception {
        String run = create(service, destination, title, build, Instant.now());
        List<Result> results = List.of(result(1, "adds", Outcome.FAILED, Instant.now()));
        List<String> ids = accepted(destination.deliver(run, results, false)).ids();
        return destination
                .review(run, rows(results, ids), System.nanoTime() + TimeUnit.SECONDS.toNanos(30))
                .of(1)
                .judgement()
                .words();
    }
}
