package dev.attest.internal.azure.results;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptsTest {

    private static final String RESULTS = "/tfs/Main/The%20Shop/_apis/test/runs/24/results";
    private static final String TIMES = "\"startedDate\":\"2026-11-21T08:00:00.123Z\","
            + "\"completedDate\":\"2026-11-21T08:00:01.623Z\",\"durationInMs\":1500";

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin);
    private final Result failed = attempt(
            Samples.result(2, "removes", Outcome.FAILED, new Failure("expected 2", "java.lang.AssertionError")), 1);
    private final Result passed = attempt(Samples.passed(2, "removes"), 2);

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void becomeSubResultsAndNothingIsLeftOfTheFirstInTheRow() {
        origin.answer(200, "{\"count\":1,\"value\":[{\"id\":100001,\"subResults\":[{\"id\":1},{\"id\":2}]}]}");

        DeliveryResult appended =
                azure.append("24", List.of(new RetriedRow("100001", List.of(failed, passed), 0)), false);

        assertThat(appended).isEqualTo(new Accepted(List.of("1", "2"), "", Duration.ZERO));
        assertThat(origin.requests())
                .containsExactly("PATCH " + RESULTS + "?api-version=7.1\n"
                        + "[{\"id\":100001,\"outcome\":\"Passed\",\"state\":\"Completed\"," + TIMES
                        + ",\"errorMessage\":null,\"stackTrace\":null,\"comment\":null,\"resultGroupType\":\"rerun\","
                        + "\"subResults\":[{\"sequenceId\":1,\"displayName\":\"Attempt# 0 - Cart › removes\",\"outcome\":\"Failed\","
                        + TIMES
                        + ",\"errorMessage\":\"expected 2\",\"stackTrace\":\"java.lang.AssertionError\"},"
                        + "{\"sequenceId\":2,\"displayName\":\"Attempt# 1 - Cart › removes\",\"outcome\":\"Passed\","
                        + TIMES + "}]}]");
    }

    @Test
    void areSentOnceEach() {
        origin.answer(200, "{\"value\":[{\"id\":100001,\"subResults\":[{\"id\":3}]}]}");
        Result third = attempt(Samples.passed(2, "removes"), 3);

        DeliveryResult appended =
                azure.append("24", List.of(new RetriedRow("100001", List.of(failed, passed, third), 2)), false);

        assertThat(appended).isEqualTo(new Accepted(List.of("3"), "", Duration.ZERO));
        assertThat(origin.requests().get(0)).contains("\"sequenceId\":3").doesNotContain("\"sequenceId\":2");
    }

    @Test
    void areLookedForWhereAnEarlierTryMayHaveTakenEffect() {
        origin.answer(200, "{\"id\":100001,\"subResults\":[{\"id\":11,\"sequenceId\":1}]}")
                .answer(200, "{\"id\":100002,\"subResults\":[{\"id\":11},{\"id\":12}]}")
                .answer(200, "{\"value\":[{\"id\":100001,\"subResults\":[{\"id\":12}]}]}");

        DeliveryResult appended = azure.append(
                "24",
                List.of(
                        new RetriedRow("100001", List.of(failed, passed), 0),
                        new RetriedRow("100002", List.of(failed, passed), 0)),
                true);

        assertThat(appended).isEqualTo(new Accepted(List.of("11", "12", "11", "12"), "", Duration.ZERO));
        assertThat(origin.requests()).hasSize(3);
        assertThat(origin.requests().get(0))
                .isEqualTo("GET " + RESULTS + "/100001?detailsToInclude=SubResults&api-version=7.1");
        assertThat(origin.requests().get(2))
                .contains("\"id\":100001", "\"sequenceId\":2")
                .doesNotContain("100002", "\"sequenceId\":1");
    }

    @Test
    void areReadBackWhereTheReplyDoesNotTellTheirIds() {
        origin.answer(200, "{\"value\":[{\"id\":100001}]}")
                .answer(
                        200,
                        "{\"id\":100001,\"subResults\":[{\"id\":5,\"sequenceId\":1},{\"id\":6,\"sequenceId\":2}]}");

        DeliveryResult appended =
                azure.append("24", List.of(new RetriedRow("100001", List.of(failed, passed), 0)), false);

        assertThat(appended).isEqualTo(new Accepted(List.of("5", "6"), "", Duration.ZERO));
    }

    @Test
    void remainInDoubtWhereNobodyTellsTheirIds() {
        origin.answer(200, "{\"value\":[{\"id\":100001}]}").answer(200, "{\"id\":100001}");

        DeliveryResult appended =
                azure.append("24", List.of(new RetriedRow("100001", List.of(failed, passed), 0)), false);

        assertThat(appended)
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
    }

    @Test
    void areToldInTheCommentBefore50() {
        AzureDestination tfs = Samples.destination(origin, "4.1");
        origin.answer(200, "{\"value\":[{\"id\":100001}]}");

        DeliveryResult appended =
                tfs.append("24", List.of(new RetriedRow("100001", List.of(failed, passed), 0)), false);

        assertThat(appended).isEqualTo(new Accepted(List.of("", ""), "", Duration.ZERO));
        assertThat(origin.requests().get(0))
                .contains("\"comment\":\"Attempt 1: FAILED, expected 2\"")
                .doesNotContain("subResults", "resultGroupType");
        tfs.close();
    }

    private static Result attempt(Result result, int number) {
        return new Result(
                result.row(),
                number,
                result.test(),
                result.outcome(),
                result.started(),
                result.duration(),
                result.failure(),
                result.comment());
    }
}
