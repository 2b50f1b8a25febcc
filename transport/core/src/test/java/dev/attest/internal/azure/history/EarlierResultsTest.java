package dev.attest.internal.azure.history;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.history.EarlierResults.Earlier;
import dev.attest.internal.azure.history.EarlierResults.Part;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.history.PastResult;
import dev.attest.internal.history.PastResult.Verdict;
import dev.attest.internal.history.TestPast;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.MalformedJsonException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What answers that came in any order are put together to. */
class EarlierResultsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "8, 2", "14, 2", "15, 3", "56, 8"})
    void takeAQuestionForEachWeek(int days, int questions) {
        assertThat(results(days).questions()).isEqualTo(questions);
    }

    @Test
    void leaveOutWhatIsBeforeAGap() {
        Part tooMany = new Part(List.of(earlier(1, "23", "Shop")), false);
        Part before = new Part(List.of(earlier(9, "9", "Shop")), true);

        TestPast past = results(14).of(current(), "24", List.of(tooMany, before));

        assertThat(past.earlier())
                .extracting(PastResult::at)
                .containsExactly(daysAgo(1).at());
        assertThat(past.days()).isZero();
    }

    @Test
    void countOnceWhereTwoAnswersHaveThem() {
        Part latest = new Part(List.of(earlier(7, "7", "Shop"), earlier(1, "23", "Shop")), true);
        Part before = new Part(List.of(earlier(9, "9", "Shop"), earlier(7, "7", "Shop")), true);

        TestPast past = results(14).of(current(), "24", List.of(latest, before));

        assertThat(past.earlier()).containsExactly(daysAgo(1), daysAgo(7), daysAgo(9));
        assertThat(past.days()).isEqualTo(14);
    }

    /** Another host may have ended a run since. */
    @Test
    void areOnlyThoseOfOtherRunsOfTheSeriesBeforeTheResult() {
        Part part = new Part(
                List.of(
                        earlier(-1, "30", "Shop"),
                        earlier(1, "24", "Shop"),
                        earlier(2, "22", "Other"),
                        earlier(3, "21", "Shop")),
                true);

        TestPast past = results(7).of(current(), "24", List.of(part));

        assertThat(past.earlier()).containsExactly(daysAgo(3));
    }

    private static EarlierResults results(int days) {
        Http http = new Http(new HttpSettings(1, Map.of(), "", List.of(), ""));
        AzureApi api = AzureApi.of(Samples.settings(URI.create("http://127.0.0.1:9/"), "7.1"), http, Clock.systemUTC());
        return new EarlierResults(api, new HistorySettings(days, false, 0, 0, 0, ""), Clock.systemUTC());
    }

    private static CurrentResult current() {
        try {
            return new CurrentResult("", Samples.NOW, "Shop", 0, Json.read("{}"), List.of());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Earlier earlier(int days, String run, String series) {
        return new Earlier(daysAgo(days), run, "1", series);
    }

    private static PastResult daysAgo(int days) {
        return new PastResult(Samples.NOW.minus(Duration.ofDays(days)), Verdict.PASSED, 5, "");
    }
}
