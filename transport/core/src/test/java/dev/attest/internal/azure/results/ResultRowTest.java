package dev.attest.internal.azure.results;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultRowTest {

    @ParameterizedTest
    @CsvSource({
        "PASSED, Passed",
        "FAILED, Failed",
        "SKIPPED, NotExecuted",
        "NOT_STARTED, NotExecuted",
        "ABORTED, Aborted"
    })
    void speaksTheOutcomesOfTheService(Outcome outcome, String expected) {
        ResultRow row = ResultRow.of(Samples.result(1, "adds", outcome, null), "", TestNames.QUALIFIED);

        assertThat(row.json().get("outcome")).isEqualTo(expected);
        assertThat(row.json().get("state")).isEqualTo("Completed");
    }

    @Test
    void cutsWhatIsTooLongAndKeepsNamesApart() {
        String deep = "pkg.".repeat(100);
        ResultRow row =
                ResultRow.of(result(deep + "A", "m", "title ".repeat(100), "x".repeat(4001)), "", TestNames.QUALIFIED);
        ResultRow other = ResultRow.of(result(deep + "B", "m", "title", "y"), "", TestNames.QUALIFIED);

        assertThat(row.json().get("testCaseTitle")).asString().hasSize(256).endsWith("…");
        assertThat(row.test().name()).hasSize(256).isNotEqualTo(other.test().name());
        assertThat(row.test().storage()).hasSize(256).isNotEqualTo(other.test().storage());
        assertThat(row.json().get("errorMessage"))
                .asString()
                .hasSize(4000)
                .endsWith("x… [cut, 4001 characters in all]");
        assertThat(row.json().get("stackTrace")).asString().hasSize(4000).endsWith("… [cut, 5000 characters in all]");
        assertThat(row.json().get("comment")).asString().hasSize(1000).endsWith("… [cut, 2000 characters in all]");
    }

    @Test
    void cleansWhatTheServiceCannotStore() {
        ResultRow row =
                ResultRow.of(result("p.C", "m\u0000", "a\uD83Db", "\u001b[31mred"), "ho\u0001st", TestNames.QUALIFIED);

        assertThat(row.json().get("testCaseTitle")).isEqualTo("a\uFFFDb");
        assertThat(row.test().name()).isEqualTo("p.C.m␀");
        assertThat(row.json().get("errorMessage")).isEqualTo("␛[31mred");
        assertThat(row.json().get("computerName")).isEqualTo("ho␁st");
    }

    @Test
    void isNeverWithoutANameATitleAndAStorage() {
        ResultRow row = ResultRow.of(result("", "", " ", "m"), "", TestNames.QUALIFIED);

        assertThat(row.test().name())
                .isEqualTo(row.json().get("testCaseTitle"))
                .isEqualTo(new TestId("e", "", "", "").uuid().toString());
        assertThat(row.test().storage()).as("its engine").isEqualTo("e");
    }

    @Test
    void isKnownAsInSurefiresXmlWhereThatIsWanted() {
        TestDescription test = new TestDescription(
                Samples.id("adds"), "Cart › adds › 2", List.of(), new ReportName("shop.CartTest", "adds(int)[2]"));
        ResultRow row = ResultRow.of(
                new Result(1, 1, test, Outcome.PASSED, Samples.START, Duration.ZERO, null, ""), "", TestNames.SUREFIRE);

        assertThat(row.test().name()).isEqualTo("adds(int)[2]");
        assertThat(row.test().storage()).isEqualTo("shop.CartTest");
        assertThat(row.json().get("testCaseTitle")).isEqualTo("Cart › adds › 2");
    }

    @Test
    void endsAMillisecondAfterItsBeginningWhereItTookLess() {
        TestDescription test = new TestDescription(Samples.id("m"), "m", List.of());
        ResultRow row = ResultRow.of(
                new Result(1, 1, test, Outcome.PASSED, Samples.START.plusNanos(999_999), Duration.ofNanos(1), null, ""),
                "",
                TestNames.QUALIFIED);

        assertThat(row.startedDate()).isEqualTo(Samples.START);
        assertThat(row.json().get("completedDate")).isEqualTo(Samples.START.plusMillis(1));
        assertThat(row.json().get("durationInMs")).isEqualTo(1L);
    }

    private static Result result(String className, String method, String title, String message) {
        TestDescription test = new TestDescription(new TestId("e", className, method, ""), title, List.of());
        Failure failure = new Failure(message, "t".repeat(5000));
        return new Result(1, 1, test, Outcome.FAILED, Samples.START, Duration.ZERO, failure, "c".repeat(2000));
    }
}
