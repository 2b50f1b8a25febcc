package dev.attest.systemtests.reports;

import dev.attest.testkit.ReportDifference;
import dev.attest.testkit.ReportedTest;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The judge of the reports sees what differs, and nothing else. */
class ReportDifferenceTest {

    private static final ReportedTest PASSED = test("Passed", "", "");
    private static final ReportedTest FAILED = test("Failed", "shop.Broken", "two is not three");
    private static final ReportedTest SKIPPED = test("NotExecuted", "", "not on a Tuesday");
    private static final ReportedTest RETRIED = test("retried", "", "two is not three");

    @Test
    void seesNoneWhereBothSayTheSame() {
        List<ReportedTest> both = List.of(PASSED, PASSED, FAILED, SKIPPED);

        assertThat(between(both, both)).isEmpty();
    }

    @Test
    void seesAnotherOutcome() {
        assertThat(between(List.of(FAILED), List.of(PASSED)))
                .containsExactly("shop.CartTest#adds: the report says Failed by shop.Broken \"two is not three\","
                        + " the service has Passed");
    }

    @Test
    void seesAnotherException() {
        assertThat(between(List.of(FAILED), List.of(test("Failed", "shop.Other", "two is not three"))))
                .hasSize(1);
        assertThat(between(List.of(FAILED), List.of(test("Failed", "shop.Broken", "three is not two"))))
                .hasSize(1);
        assertThat(between(List.of(SKIPPED), List.of(test("NotExecuted", "", "closed"))))
                .hasSize(1);
    }

    @Test
    void seesWhatIsLostAndWhatIsDoubled() {
        assertThat(between(List.of(PASSED, PASSED), List.of(PASSED)))
                .containsExactly("shop.CartTest#adds: the report says Passed, the service has no such row");
        assertThat(between(List.of(PASSED), List.of(PASSED, PASSED)))
                .containsExactly("shop.CartTest#adds: the service has Passed, of which the report does not tell");
    }

    @Test
    void knowsThatReportsDoNotTellOfTestsThatNeverStarted() {
        assertThat(between(List.of(), List.of(SKIPPED))).isEmpty();
        assertThat(between(List.of(), List.of(FAILED))).hasSize(1);
    }

    @Test
    void takesAnAttemptForWhateverTheReportMakesOfIt() {
        assertThat(between(List.of(SKIPPED, PASSED), List.of(RETRIED, PASSED))).hasSize(1);
        assertThat(between(List.of(test("NotExecuted", "", "two is not three"), PASSED), List.of(RETRIED, PASSED)))
                .isEmpty();
        assertThat(between(List.of(FAILED, PASSED), List.of(RETRIED, PASSED))).isEmpty();
    }

    @Test
    void comparesTheLettersOfMessages() {
        assertThat(between(List.of(FAILED), List.of(test("Failed", "", "two\n is not  three ␇"))))
                .isEmpty();
        assertThat(between(List.of(test("Failed", "shop.Broken", "")), List.of(test("Failed", "", "shop.Broken"))))
                .isEmpty();
        assertThat(between(
                        List.of(test("Failed", "", "")), List.of(test("Failed", "", "Failed, for no reason given."))))
                .isEmpty();
    }

    private static List<String> between(List<ReportedTest> reported, List<ReportedTest> published) {
        return ReportDifference.between(reported, published, ReportedTest::name);
    }

    private static ReportedTest test(String outcome, String thrown, String message) {
        return new ReportedTest("shop.CartTest", "adds", outcome, thrown, message);
    }
}
