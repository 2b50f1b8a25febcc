package dev.attest.internal.azure.results;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    private static final String TWO_IDS = "{\"count\":2,\"value\":[{\"id\":100000,\"url\":\"\"},{\"id\":\"100001\"}]}";
    private static final String RESULTS = "/tfs/Main/The%20Shop/_apis/test/runs/24/results";

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin);
    private final List<Result> two = List.of(
            Samples.passed(1, "adds"),
            Samples.result(
                    2, "removes", Outcome.FAILED, new Failure("expected 2", "java.lang.AssertionError\n\tat x")));

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void areAddedAsCompletedRows() {
        origin.answer(200, TWO_IDS);

        DeliveryResult delivered = azure.deliver("24", two, false);

        assertThat(delivered).isEqualTo(new Accepted(List.of("100000", "100001"), "", Duration.ZERO));
        assertThat(origin.requests())
                .containsExactly("POST " + RESULTS + "?api-version=7.1\n"
                        + """
                [{"testCaseTitle":"Cart › adds","automatedTestName":"shop.CartTest.adds",\
                "automatedTestStorage":"shop.CartTest","automatedTestId":"%s",\
                "automatedTestType":"JUnit","outcome":"Passed","state":"Completed",\
                "startedDate":"2026-11-21T08:00:00.123Z","completedDate":"2026-11-21T08:00:01.623Z",\
                "durationInMs":1500},\
                {"testCaseTitle":"Cart › removes","automatedTestName":"shop.CartTest.removes",\
                "automatedTestStorage":"shop.CartTest","automatedTestId":"%s",\
                "automatedTestType":"JUnit","outcome":"Failed","state":"Completed",\
                "startedDate":"2026-11-21T08:00:00.123Z","completedDate":"2026-11-21T08:00:01.623Z",\
                "durationInMs":1500,"errorMessage":"expected 2",\
                "stackTrace":"java.lang.AssertionError\\n\\tat x"}]""".formatted(
                                Samples.id("adds").uuid(), Samples.id("removes").uuid()));
    }

    @Test
    void takeTheirIdsWhateverElseAReplyHas() {
        origin.answer(
                200,
                "{\"value\":[{\"project\":{\"id\":\"7\"},\"id\":100000,\"comment\":\"\u0001\"},"
                        + "{\"ID\":100001,\"testRun\":{\"id\":\"24\",\"value\":[{\"id\":8}]}}],\"id\":9}");

        assertThat(azure.deliver("24", two, false))
                .isEqualTo(new Accepted(List.of("100000", "100001"), "", Duration.ZERO));
    }

    @Test
    void nameTheHostOfTheirRun() {
        origin.answer(200, "{\"id\":24}").answer(200, TWO_IDS);

        azure.create(Samples.run(), false);
        azure.deliver("24", two, false);

        assertThat(origin.requests().get(1)).contains("\"computerName\":\"host7\"");
    }

    @Test
    void areAddedOnlyWhereTheyAreMissing() {
        origin.answer(
                        200,
                        "{\"value\":[{\"id\":100007,\"automatedTestId\":\"%s\"},{\"id\":100008}]}"
                                .formatted(Samples.id("adds").uuid().toString().toUpperCase(java.util.Locale.ROOT)))
                .answer(200, "{\"value\":[]}")
                .answer(200, "{\"value\":[{\"id\":100009}]}");

        DeliveryResult delivered = azure.deliver("24", two, true);

        assertThat(delivered).isEqualTo(new Accepted(List.of("100007", "100009"), "", Duration.ZERO));
        assertThat(origin.requests()).hasSize(3);
        assertThat(origin.requests().get(0)).isEqualTo("GET " + RESULTS + "?$top=200&$skip=0&api-version=7.1");
        assertThat(origin.requests().get(1)).isEqualTo("GET " + RESULTS + "?$top=200&$skip=2&api-version=7.1");
        assertThat(origin.requests().get(2)).contains("removes").doesNotContain("adds");
    }

    @Test
    void areNotAddedWhereAllAreThere() {
        String existing = "{\"value\":[{\"id\":5,\"automatedTestId\":\"%s\"},{\"id\":6,\"automatedTestId\":\"%s\"}]}"
                .formatted(Samples.id("adds").uuid(), Samples.id("removes").uuid());
        origin.answer(200, existing).answer(200, existing); // a server that does not know $skip

        assertThat(azure.deliver("24", two, true)).isEqualTo(new Accepted(List.of("5", "6"), "", Duration.ZERO));
        assertThat(origin.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":1,\"value\":[{\"id\":100000}]}",
                "{\"count\":3,\"value\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\"count\":2,\"value\":[{\"id\":1},{\"id\":null}]}",
                "{\"count\":2,\"value\":[{\"id\":1},{\"id\":-5}]}",
                "{\"count\":2,\"value\":[{\"id\":1},{\"id\":{}}]}",
                "{\"count\":2,\"value\":{\"id\":1}}",
                "{\"value\":[1,2]}",
                "{\"value\":null}",
                "{}",
                "[]",
                "null",
                "",
                "<<<",
                "{\"count\":2,\"value\":[{\"id\":100000},{\"id\":10"
            })
    void remainInDoubtWhenTheReplyIsNoAcknowledgement(String reply) {
        origin.answer(200, reply);

        assertThat(azure.deliver("24", two, false)).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.possiblyApplied()).isTrue();
            assertThat(deferred.needsAttention()).isFalse();
            assertThat(deferred.reason()).startsWith("Cannot add 2 test results: POST http://127.0.0.1:");
        });
    }

    @Test
    void areRefusedForGoodWithTheWordsOfTheService() {
        origin.answer(
                400,
                "{\"message\":\"Value for parameter TestOutcome is invalid\",\"typeKey\":\"InvalidPropertyException\"}");

        assertThat(azure.deliver("24", two, false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .isEqualTo(
                                        "Cannot add 2 test results: POST " + azure.address()
                                                + "/_apis/test/runs/24/results: 400 \"Value for parameter TestOutcome is invalid\"."));
    }
}
