package dev.attest.internal.azure.history;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is asked at the same time, and what a question without an answer costs. */
@Timeout(60)
class TestReviewsTest {

    private static final HistorySettings TWO_WEEKS = new HistorySettings(14, false, 0, 0, 0, "");

    /** Its result, its picture, and each of two weeks. */
    @Test
    void asksAllAboutOneTestAtOnce() throws IOException {
        try (QuestionedService service = new QuestionedService(4);
                AzureDestination azure = azure(service)) {
            Review review = review(azure, rows(1), Duration.ofSeconds(40));

            assertThat(service.gotTogether()).isTrue();
            assertThat(review.trouble()).isEmpty();
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
            assertThat(review.of(1).picture()).endsWith("/runs/24/results/100001/attachments/7");
            assertThat(service.requests())
                    .containsExactlyInAnyOrder(
                            "GET /test/runs/24/results/100001",
                            "GET /test/runs/24/results/100001/attachments",
                            "POST /test/Results/testhistory",
                            "POST /test/Results/testhistory",
                            "PATCH /test/runs/24/results");
        }
    }

    /** Four attachments at the same time are the default, and there is one connection more. */
    @Test
    void usesAllConnectionsForTwoTests() throws IOException {
        try (QuestionedService service = new QuestionedService(5);
                AzureDestination azure = azure(service)) {
            Review review = review(azure, rows(2), Duration.ofSeconds(40));

            assertThat(service.gotTogether()).isTrue();
            assertThat(review.rows()).containsOnlyKeys(1, 2);
        }
    }

    @Test
    void missesOnlyTheLinkOfAPictureThatIsRefused() throws IOException {
        try (QuestionedService service = new QuestionedService(1).refusing("/attachments");
                AzureDestination azure = azure(service)) {
            Review review = review(azure, rows(1), Duration.ofSeconds(40));

            assertThat(review.trouble()).isEmpty();
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
            assertThat(review.of(1).picture()).isEmpty();
        }
    }

    @Test
    void missesOnlyTheLinkOfAPictureThatNeverComes() throws IOException {
        try (QuestionedService service = new QuestionedService(1).silentAt("/attachments");
                AzureDestination azure = azure(service)) {
            Review review = review(azure, rows(1), Duration.ofSeconds(3));

            assertThat(review.trouble()).isEmpty();
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
            assertThat(service.requests()).contains("PATCH /test/runs/24/results");
        }
    }

    /** A service that refuses five tests is asked no more. Here, it refuses five questions about two tests at first. */
    @Test
    void countsATestOnceOfWhichSeveralQuestionsAreRefused() throws IOException {
        try (QuestionedService service = new QuestionedService(5).refusing("refused");
                AzureDestination azure = azure(service)) {
            List<ReviewedRow> rows = rows(6);
            for (int i = 0; i < 4; i++) {
                rows.set(i, new ReviewedRow(test(i + 1, "refused"), "refused" + i, null, true));
            }

            Review review = review(azure, rows, Duration.ofSeconds(40));

            assertThat(review.rows()).containsOnlyKeys(5, 6);
            assertThat(review.trouble()).startsWith("Earlier results of 4 tests are not known. ");
        }
    }

    @Test
    void asksNothingAtTheEndThatItAskedWhileTestsRan() throws IOException {
        try (QuestionedService service = new QuestionedService(1);
                AzureDestination azure = azure(service)) {
            azure.lookAhead(List.of(test(1, "adds1")));
            azure.lookAhead(List.of(test(1, "adds1")));
            await().until(() -> service.histories() == 2);

            Review review = review(azure, rows(1), Duration.ofSeconds(40));

            assertThat(service.histories()).isEqualTo(2);
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
        }
    }

    /** The first of two questions is under way until something else is asked. */
    @Test
    void waitsForAQuestionThatIsUnderWay() throws IOException {
        try (QuestionedService service = new QuestionedService(2);
                AzureDestination azure = azure(service)) {
            azure.lookAhead(List.of(test(1, "adds1")));
            await().until(() -> service.histories() == 1);

            Review review = review(azure, rows(1), Duration.ofSeconds(40));

            assertThat(service.histories()).isEqualTo(2);
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
        }
    }

    /** What was before this run is the same for all attempts. */
    @Test
    void asksNothingAgainAfterALaterAttempt() throws IOException {
        try (QuestionedService service = new QuestionedService(1);
                AzureDestination azure = azure(service)) {
            azure.lookAhead(List.of(test(1, "adds1")));
            await().until(() -> service.histories() == 2);
            ReviewedTest later = new ReviewedTest(1, test(1, "adds1").test(), Outcome.FAILED, 2, 5);
            azure.lookAhead(List.of(later));

            Review review =
                    review(azure, List.of(new ReviewedRow(later, "100001", null, true)), Duration.ofSeconds(40));

            assertThat(service.histories()).isEqualTo(2);
            assertThat(review.of(1).judgement().kind()).isEqualTo(Judgement.Kind.FAILING);
        }
    }

    /** The first refusal ends the early questions: the service may be in trouble. */
    @Test
    void asksAtTheEndWhatWasRefusedBefore() throws IOException {
        try (QuestionedService service = new QuestionedService(1).refusing("testhistory");
                AzureDestination azure = azure(service)) {
            azure.lookAhead(List.of(test(1, "adds1"), test(2, "adds2")));
            await().until(() -> service.histories() == 1 && service.answers() == 1);
            service.refusing("\0");

            Review review = review(azure, rows(2), Duration.ofSeconds(40));

            assertThat(review.rows()).containsOnlyKeys(1, 2);
            assertThat(service.histories()).isEqualTo(1 + 4);
        }
    }

    /** Nobody reads more. */
    @Test
    void looksAheadAtThirtyTests() throws IOException {
        try (QuestionedService service = new QuestionedService(1);
                AzureDestination azure = azure(service)) {
            List<ReviewedRow> rows = rows(40);
            azure.lookAhead(rows.stream().map(ReviewedRow::test).toList());
            await().until(() -> service.histories() >= 60);

            review(azure, rows, Duration.ofSeconds(40));

            assertThat(service.histories()).isEqualTo(60);
        }
    }

    private static AzureDestination azure(QuestionedService service) {
        AzureSettings settings = Samples.settings(service.uri(), "7.1");
        return new AzureDestination(
                new AzureSettings(
                        settings.url(),
                        settings.project(),
                        settings.token(),
                        settings.apiVersion(),
                        4,
                        settings.testNames(),
                        settings.network(),
                        settings.workItems(),
                        settings.plan(),
                        settings.bugs(),
                        TWO_WEEKS),
                Map.of());
    }

    private static Review review(AzureDestination azure, List<ReviewedRow> rows, Duration time) {
        return azure.review("24", rows, System.nanoTime() + time.toNanos());
    }

    private static List<ReviewedRow> rows(int number) {
        List<ReviewedRow> rows = new ArrayList<>();
        for (int row = 1; row <= number; row++) {
            rows.add(new ReviewedRow(test(row, "adds" + row), String.valueOf(100_000 + row), null, true));
        }
        return rows;
    }

    private static ReviewedTest test(int row, String method) {
        TestDescription test = new TestDescription(Samples.id(method), method, List.of());
        return new ReviewedTest(row, test, Outcome.FAILED, 1, 5);
    }
}
