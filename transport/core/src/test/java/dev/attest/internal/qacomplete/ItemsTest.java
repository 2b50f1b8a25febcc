package dev.attest.internal.qacomplete;

import dev.attest.When;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.attest.internal.qacomplete.Samples.ITEMS;
import static dev.attest.internal.qacomplete.Samples.list;
import static org.assertj.core.api.Assertions.assertThat;

class ItemsTest {

    private static final String RUN = "/rest-api/service/api/v2/projects/3/testruns/119";
    private static final String LOOK = "GET " + RUN + "/items?offset=0&limit=100";
    private static final TestDescription ADDS = Samples.test("adds", "Cart › Adds a book");

    private final Origin origin = new Origin();
    private QaCompleteDestination qaComplete = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        qaComplete.close();
        origin.close();
    }

    @Test
    void passesTheItemAndItsSteps() {
        origin.answer(200, ITEMS).answer(200, "{\"id\":11}");

        assertThat(deliver(Samples.passed(ADDS))).isEqualTo(delivered("11"));
        assertThat(origin.requests()).containsExactly(LOOK, "PATCH " + RUN + "/items/11\n" + """
                {"StatusCode":"Passed","RunTime":2,"SaveToTestLibrary":false,"Steps":[\
                {"Seq":1,"StatusCode":"Passed","ActualResult":"Cart › Adds a book: Passed after 1512 ms.","TestRunResultId":501},\
                {"Seq":2,"StatusCode":"Passed","ActualResult":"","TestRunResultId":502}]}""");
    }

    @Test
    void failsTheFirstStepAloneAndEscapesWhatTheTestSays() {
        TestDescription test = Samples.test("adds", "<script>alert(1)</script>", 71);
        origin.answer(200, ITEMS).answer(200, "{}");

        deliver(Samples.failed(test, 1, "expected <b>2</b>\nbut was 'x'"));

        assertThat(origin.requests()).last().isEqualTo("PATCH " + RUN + "/items/11\n" + """
                {"StatusCode":"Failed","RunTime":2,"SaveToTestLibrary":false,"Steps":[\
                {"Seq":1,"StatusCode":"Failed","ActualResult":"&lt;script&gt;alert(1)&lt;/script&gt;: Failed after 1512 ms.<br>\
                expected &lt;b&gt;2&lt;/b&gt;<br>but was &#39;x&#39;","TestRunResultId":501}]}""");
    }

    @Test
    void leavesOutTheFilesOfATestThatPassedAndOfARun() {
        origin.answer(200, ITEMS).answer(200, "{}");
        deliver(Samples.passed(ADDS));

        assertThat(attach("11")).isEqualTo(delivered(""));
        assertThat(attach(null)).isEqualTo(delivered(""));
        assertThat(attach("")).isEqualTo(delivered(""));
    }

    @Test
    void hasTheFilesOfATestThatFailedInItsReport() {
        origin.answer(200, ITEMS).answer(200, "{}");
        deliver(Samples.failed(ADDS, 1, "no book"));

        assertThat(attach("11")).isEqualTo(delivered());
    }

    @Test
    void tellsOfTheLastAttemptFirstAndOfTheOthersInWords() {
        origin.answer(200, ITEMS).answer(200, "{}");
        Result first = Samples.failed(ADDS, 1, "not yet");
        Result second = Samples.result(ADDS, 2, Outcome.PASSED, null);

        DeliveryResult delivery =
                qaComplete.append("119", List.of(new RetriedRow("12", List.of(first, second), 1)), false);

        assertThat(delivery).isEqualTo(delivered(""));
        assertThat(origin.requests()).last().isEqualTo("PATCH " + RUN + "/items/12\n" + """
                {"StatusCode":"Passed","RunTime":2,"SaveToTestLibrary":false,"Steps":[{"Seq":1,"StatusCode":"Passed",\
                "ActualResult":"Cart › Adds a book: attempt 2, Passed after 1512 ms.<br>\
                Attempt 1: Failed after 1512 ms.<br>not yet"}]}""");
    }

    @Test
    void takesTheCodeBeforeTheMappingFileAndThatBeforeTitles() {
        qaComplete.close();
        qaComplete = Samples.destination(
                origin, "", When.NEVER, Map.of("shop.CartTest.adds", List.of(72), "shop.CartTest", List.of(73, 74)));
        origin.answer(200, ITEMS);
        for (int patch = 0; patch < 4; patch++) {
            origin.answer(200, "{}");
        }

        DeliveryResult delivery = deliver(
                Samples.passed(Samples.test("adds", "Adds a book", 71)),
                Samples.passed(ADDS),
                Samples.passed(Samples.test("other", "Adds a book")));

        assertThat(delivery).isEqualTo(delivered("11", "12", "13,14"));
    }

    @Test
    void findsTestsByTheCustomFieldThatHoldsTheirNames() {
        qaComplete.close();
        qaComplete = Samples.destination(origin, "Automated test", When.NEVER, Map.of());
        origin.answer(200, ITEMS).answer(200, list("""
                        {"id":"73","title":"x","custom_fields":[{"id":1,"name":"Owner","value":"shop.CartTest.removes"},
                          {"id":2,"name":"Automated Test","value":"shop.CartTest.adds"}]}""", 1)).answer(200, "{}");

        assertThat(deliver(Samples.passed(ADDS))).isEqualTo(delivered("13"));
        assertThat(origin.requests().get(1))
                .isEqualTo("GET /rest-api/service/api/v1/projects/3/tests?offset=0&limit=100");
    }

    @Test
    void publishesWhatIsUnknownOrAmbiguousNowhereAndTheRestAllTheSame() {
        origin.answer(200, ITEMS).answer(200, "{}");

        DeliveryResult delivery = deliver(
                Samples.passed(Samples.test("a", "Nobody knows it's here")),
                Samples.passed(Samples.test("b", "Twice")),
                Samples.passed(Samples.test("c", "Adds a book", 99)),
                Samples.passed(Samples.test("removes", "removes()")));

        assertThat(delivery).isEqualTo(delivered("", "", "", "12"));
        assertThat(origin.requests()).hasSize(2);
        assertThat(qaComplete.remarks())
                .satisfiesExactly(
                        unknown -> assertThat(unknown).contains("shop.CartTest.a", "@QaCompleteTest"),
                        twice -> assertThat(twice).contains("shop.CartTest.b", "73, 74"),
                        absent -> assertThat(absent).contains("shop.CartTest.c", "test 99", "test set 7"));
    }

    @Test
    void publishesTheFirstOfTwoTestsThatShareATitleAndNamesTheOther() {
        origin.answer(200, ITEMS).answer(200, "{}");

        DeliveryResult delivery =
                deliver(Samples.passed(ADDS), Samples.passed(Samples.test("addsElsewhere", "Other › Adds a book")));

        assertThat(delivery).isEqualTo(delivered("11", ""));
        assertThat(qaComplete.remarks())
                .singleElement()
                .asString()
                .contains("shop.CartTest.addsElsewhere", "that of shop.CartTest.adds", "@QaCompleteTest");
    }

    @Test
    void neverHidesThatOneOfSeveralInvocationsFailed() {
        origin.answer(200, ITEMS).answer(200, "{}").answer(200, "{}");
        TestDescription other = Samples.test("subtracts", "Other", 72);

        deliver(Samples.failed(Samples.test("adds", "One", 72), 1, "no"));
        deliver(Samples.passed(other));

        assertThat(origin.requests())
                .last()
                .asString()
                .contains("\"StatusCode\":\"Failed\",\"RunTime\":3", "One: Failed", "Other: Passed");
    }

    @Test
    void leavesOutAStepThatTheServerDoesNotTake() {
        origin.answer(200, ITEMS)
                .answer(400, "{\"message\":\"The test has no step 1.\"}")
                .answer(200, "{}");

        assertThat(deliver(Samples.passed(Samples.test("removes", "removes()"))))
                .isEqualTo(delivered("12"));

        assertThat(origin.requests())
                .last()
                .isEqualTo("PATCH " + RUN + "/items/12\n"
                        + "{\"StatusCode\":\"Passed\",\"RunTime\":2,\"SaveToTestLibrary\":false}");
    }

    @Test
    void remarksWhatTheServiceShowsOtherwiseThanItWasTold() {
        origin.answer(200, ITEMS)
                .answer(200, "{}")
                .answer(
                        200,
                        list(
                                "{\"id\":11,\"test_id\":71,\"test_name\":\"Adds a book\",\"status_code\":\"Blocked\"}",
                                1));

        deliver(Samples.passed(ADDS));
        DeliveryResult completed = qaComplete.complete("119", Samples.NOW, false);

        assertThat(completed.done()).isTrue();
        assertThat(origin.requests()).hasSize(3).last().isEqualTo(LOOK);
        assertThat(qaComplete.remarks()).singleElement().asString().contains("item 11", "Blocked", "Passed");
    }

    private DeliveryResult deliver(Result... results) {
        return qaComplete.deliver("119", List.of(results), false);
    }

    private DeliveryResult attach(@Nullable String resultId) {
        AttachedContent file = Samples.evidence("page.png", "...");
        return qaComplete.attach("119", resultId, null, file.attachment(), file.content(), false);
    }

    private static DeliveryResult delivered(String... ids) {
        return new Accepted(List.of(ids), "", Duration.ZERO);
    }
}
