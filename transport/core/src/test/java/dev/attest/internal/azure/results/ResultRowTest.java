package dev.attest.internal.azure.results;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
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
    void speaksTheOutcomesOfTheService(Outcome outcome, String expected) throws Exception {
        ResultRow row = ResultRow.of(Samples.result(1, "adds", outcome, null), "", TestNames.QUALIFIED);

        assertThat(json(row).text("outcome")).isEqualTo(expected);
        assertThat(json(row).text("state")).isEqualTo("Completed");
    }

    @Test
    void cutsWhatIsTooLongAndKeepsNamesApart() throws Exception {
        String deep = "pkg.".repeat(100);
        ResultRow row =
                ResultRow.of(result(deep + "A", "m", "title ".repeat(100), "x".repeat(4001)), "", TestNames.QUALIFIED);
        ResultRow other = ResultRow.of(result(deep + "B", "m", "title", "y"), "", TestNames.QUALIFIED);

        assertThat(json(row).text("testCaseTitle")).hasSize(256).endsWith("…");
        assertThat(row.test().name()).hasSize(256).isNotEqualTo(other.test().name());
        assertThat(row.test().storage()).hasSize(256).isNotEqualTo(other.test().storage());
        assertThat(json(row).text("errorMessage")).hasSize(4000).endsWith("x… [cut, 4001 characters in all]");
        assertThat(json(row).text("stackTrace")).hasSize(4000).endsWith("… [cut, 5000 characters in all]");
        assertThat(json(row).text("comment")).hasSize(1000).endsWith("… [cut, 2000 characters in all]");
    }

    @Test
    void cleansWhatTheServiceCannotStore() throws Exception {
        ResultRow row =
                ResultRow.of(result("p.C", "m\u0000", "a\uD83Db", "\u001b[31mred"), "ho\u0001st", TestNames.QUALIFIED);

        assertThat(json(row).text("testCaseTitle")).isEqualTo("a\uFFFDb");
        assertThat(row.test().name()).isEqualTo("p.C.m␀");
        assertThat(json(row).text("errorMessage")).isEqualTo("␛[31mred");
        assertThat(json(row).text("computerName")).isEqualTo("ho␁st");
    }

    @Test
    void isNeverWithoutANameATitleAndAStorage() throws Exception {
        ResultRow row = ResultRow.of(result("", "", " ", "m"), "", TestNames.QUALIFIED);

        assertThat(row.test().name())
                .isEqualTo(json(row).text("testCaseTitle"))
                .isEqualTo(new TestId("e", "", "", "").uuid().toString());
        assertThat(row.test().storage()).as("its engine").isEqualTo("e");
    }

    @Test
    void isKnownAsInSurefiresXmlWhereThatIsWanted() throws Exception {
        TestDescription test = new TestDescription(
                Samples.id("adds"), "Cart › adds › 2", List.of(), new ReportName("shop.CartTest", "adds(int)[2]"));
        ResultRow row = ResultRow.of(
                new Result(1, 1, test, Outcome.PASSED, Samples.START, Duration.ZERO, null, ""), "", TestNames.SUREFIRE);

        assertThat(row.test().name()).isEqualTo("adds(int)[2]");
        assertThat(row.test().storage()).isEqualTo("shop.CartTest");
        assertThat(json(row).text("testCaseTitle")).isEqualTo("Cart › adds › 2");
    }

    @Test
    void endsAMillisecondAfterItsBeginningWhereItTookLess() throws Exception {
        TestDescription test = new TestDescription(Samples.id("m"), "m", List.of());
        ResultRow row = ResultRow.of(
                new Result(1, 1, test, Outcome.PASSED, Samples.START.plusNanos(999_999), Duration.ofNanos(1), null, ""),
                "",
                TestNames.QUALIFIED);

        assertThat(row.startedDate()).isEqualTo(Samples.START);
        assertThat(json(row).text("completedDate")).isEqualTo("2026-11-21T08:00:00.001Z");
        assertThat(json(row).text("durationInMs")).isEqualTo("1");
    }

    private static JsonValue json(ResultRow row) throws MalformedJsonException {
        JsonText text = new JsonText().object();
        row.write(text);
        return Json.read(text.endObject().toString());
    }

    private static Result result(String className, String method, String title, String message) {
        TestDescription test = new TestDescription(new TestId("e", className, method, ""), title, List.of());
        Failure failure = new Failure(message, "t".repeat(5000));
        return new Result(1, 1, test, Outcome.FAILED, Samples.START, Duration.ZERO, failure, "c".repeat(2000));
    }
}
