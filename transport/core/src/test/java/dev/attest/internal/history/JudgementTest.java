package dev.attest.internal.history;

import dev.attest.internal.history.Judgement.Kind;
import dev.attest.internal.history.PastResult.Verdict;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A past is written from the oldest to the newest build: + passed, - failed, ~ passed only after a retry. */
class JudgementTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                     | "new: no earlier result in 14 days"
                    +                      | new
                    ++++                   | new
                    +++++                  | regression: passed in the 5 runs before
                    ++++++++++++           | regression: passed in the 12 runs before
                    -                      | failing since build 1 (2026-11-01) or longer
                    ---                    | failing since build 1 (2026-11-01) or longer
                    +-+++++                | regression: passed in the 5 runs before
                    ++++++++++----         | failing since build 11 (2026-11-11)
                    -++++                  | new
                    --+++++                | regression: passed in the 5 runs before
                    --++--                 | failing since build 5 (2026-11-05)
                    ++-+++                 | flaky: failed 1 of 6 in 14 days
                    +-+-                   | "failing since build 4 (2026-11-04); flaky: failed 2 of 4 in 14 days"
                    --++--++               | flaky: failed 4 of 8 in 14 days
                    --++--                 | failing since build 5 (2026-11-05)
                    +++++~                 | flaky: failed 1 of 6 in 14 days
                    ~                      | flaky: failed 1 of 1 in 14 days
                    +-++-+-+++-++-+++-++   | flaky: failed 6 of 20 in 14 days
                    """)
    void tellsOfAFailure(String past, String words) {
        assertThat(Judgement.of(Outcome.FAILED, false, 5, past(past)).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "+++++, REGRESSION",
        "++, NEW",
        "+-+, FLAKY",
        "++--, FAILING",
        "+-+-, FAILING",
    })
    void ordersFailures(String past, Kind kind) {
        assertThat(Judgement.of(Outcome.FAILED, false, 5, past(past)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "++++, ''",
        "+-++, flaky: failed 1 of 4 in 14 days",
        "++--, flaky: failed 2 of 4 in 14 days",
        "+++~, flaky: failed 1 of 4 in 14 days",
    })
    void tellsOfATestThatPassedOnlyAfterARetry(String past, String words) {
        assertThat(Judgement.of(Outcome.PASSED, true, 5, past(past)).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"++++", "+-++", "++--", "+++~"})
    void saysNothingOfATestThatPassedAtOnce(String past) {
        assertThat(Judgement.of(Outcome.PASSED, false, 5, past(past)).words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    14000 | 3000,2900,3100,3000,3000     | slow: 14 s, usually 3 s
                    2500  | 100,100,100,100,9000         | slow: 2.5 s, usually 100 ms
                    2000  | 900,1000,1000,1000,1100      | slow: 2 s, usually 1 s
                    1999  | 1000,1000,1000,1000,1000     | ''
                    900   | 100,100,100,100,100          | ''
                    14000 | 3000,3000,3000,3000          | ''
                    5000  | 3000,3000,3000,3000,3000     | ''
                    100   | 3000,3000,3000,3000,3000     | ''
                    14000 | 0,0,0,0,0                    | slow: 14 s, usually 0 ms
                    """)
    void tellsOfATestThatTookLongerThanUsual(long millis, String earlier, String words) {
        List<PastResult> results = new ArrayList<>();
        for (String each : earlier.split(",", -1)) {
            results.add(new PastResult(FIRST, Verdict.PASSED, Long.parseLong(each), ""));
        }

        assertThat(Judgement.of(Outcome.PASSED, false, millis, new TestPast(null, results, 14))
                        .words())
                .isEqualTo(words);
    }

    /** Somebody stopped the build, or a set-up failed: neither says anything about the test. */
    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "ABORTED", "NOT_STARTED"})
    void saysNothingOfATestThatDidNotEnd(Outcome outcome) {
        assertThat(Judgement.of(outcome, false, 90_000, past("+-+-+-"))).isEqualTo(Judgement.NONE);
    }

    @Test
    void believesTheServiceSinceWhenATestFails() {
        FailingSince since = new FailingSince(FIRST.minus(Duration.ofDays(60)), "");

        assertThat(Judgement.of(
                                Outcome.FAILED,
                                false,
                                5,
                                new TestPast(since, past("---").earlier(), 14))
                        .words())
                .isEqualTo("failing since 2026-09-02");
    }

    /** It may know of a failure that is not among the results that were read. */
    @ParameterizedTest
    @ValueSource(strings = {"", "+", "+++++"})
    void believesTheServiceThatATestFailsWhateverWasRead(String past) {
        FailingSince since = new FailingSince(FIRST, "20261201.3");

        Judgement judgement = Judgement.of(
                Outcome.FAILED, false, 5, new TestPast(since, past(past).earlier(), 14));

        assertThat(judgement.kind()).isEqualTo(Kind.FAILING);
        assertThat(judgement.words()).isEqualTo("failing since build 20261201.3 (2026-11-01)");
    }

    @Test
    void namesNoDaysIfThereAreMoreResultsThanWereRead() {
        assertThat(Judgement.of(
                                Outcome.FAILED,
                                false,
                                5,
                                new TestPast(null, past("+-+").earlier(), 0))
                        .words())
                .isEqualTo("flaky: failed 1 of 3");
        assertThat(Judgement.of(
                                Outcome.FAILED,
                                false,
                                5,
                                new TestPast(null, past("+-+").earlier(), 1))
                        .words())
                .isEqualTo("flaky: failed 1 of 3 in a day");
    }

    /** Of any past: a test that never failed is never called known or flaky, one that never passed never new. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void neverSaysWhatNoResultSays(Verdict only) {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 300; i++) {
            StringBuilder past = new StringBuilder();
            for (int length = random.nextInt(30); past.length() < length; ) {
                past.append(i % 2 == 0 ? sign(only) : "+-~".charAt(random.nextInt(3)));
            }
            Judgement judgement = Judgement.of(Outcome.FAILED, false, 5, past(past.toString()));
            boolean failed = past.indexOf("-") >= 0 || past.indexOf("~") >= 0;

            assertThat(judgement.kind() == Kind.FLAKY || judgement.kind() == Kind.FAILING)
                    .as("%s: %s", past, judgement)
                    .isEqualTo(failed && judgement.kind() != Kind.NEW && judgement.kind() != Kind.REGRESSION);
            assertThat(judgement.kind() == Kind.FIRST).as(past.toString()).isEqualTo(past.isEmpty());
            assertThat(judgement.words().startsWith("failing since"))
                    .as("%s: %s", past, judgement)
                    .isEqualTo(past.toString().endsWith("-"));
            assertThat(judgement.words().isEmpty()).isFalse();
        }
    }

    private static char sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> '+';
            case FAILED -> '-';
            case RETRIED -> '~';
        };
    }

    private static TestPast past(String signs) {
        List<PastResult> results = new ArrayList<>();
        for (int i = 0; i < signs.length(); i++) {
            Verdict verdict = switch (signs.charAt(i)) {
                case '+' -> Verdict.PASSED;
                case '-' -> Verdict.FAILED;
                default -> Verdict.RETRIED;
            };
            results.add(0, new PastResult(FIRST.plus(Duration.ofDays(i)), verdict, 5, String.valueOf(i + 1)));
        }
        return new TestPast(null, results, 14);
    }
}
