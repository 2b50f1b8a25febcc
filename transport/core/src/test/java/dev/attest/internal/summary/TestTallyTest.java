package dev.attest.internal.summary;

import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.Judgement.Kind;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestTallyTest {

    @TempDir
    Path folder;

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private final TestTally tally = new TestTally(KnownFailures.NONE);

    /** What the last attempt came to counts. */
    @ParameterizedTest
    @CsvSource({
        "PASSED, 1 0 0 0 0 0",
        "FAILED, 0 1 0 0 0 0",
        "SKIPPED, 0 0 1 0 0 0",
        "NOT_STARTED, 0 0 0 1 0 0",
        "ABORTED, 0 0 0 0 1 0",
        "FAILED PASSED, 1 0 0 0 0 1",
        "FAILED FAILED PASSED, 1 0 0 0 0 1",
        "FAILED FAILED, 0 1 0 0 0 0",
        "FAILED SKIPPED, 0 0 1 0 0 0",
        "PASSED FAILED, 0 1 0 0 0 0",
        "PASSED FAILED PASSED, 1 0 0 0 0 1",
        "FAILED PASSED FAILED, 0 1 0 0 0 0",
        "FAILED PASSED FAILED PASSED, 1 0 0 0 0 1",
        "SKIPPED PASSED, 1 0 0 0 0 0"
    })
    void countsATestOnceByItsLastAttempt(String outcomes, String counts) {
        String[] each = outcomes.split(" ", -1);
        for (int attempt = 1; attempt <= each.length; attempt++) {
            add(300, attempt, Outcome.valueOf(each[attempt - 1]), 5);
        }

        Digest digest = digest();

        Counts all = digest.counts();
        assertThat("%d %d %d %d %d %d"
                        .formatted(
                                all.passed(),
                                all.failed(),
                                all.skipped(),
                                all.notStarted(),
                                all.aborted(),
                                all.retried()))
                .isEqualTo(counts);
        assertThat(digest.broken()).hasSize(all.broken());
        assertThat(digest.retried()).hasSize(all.retried());
    }

    @Test
    void namesTheSlowestTheSlowestFirst() {
        for (int row = 1; row <= 50; row++) {
            add(row, 1, Outcome.PASSED, row * 7 % 50);
        }

        assertThat(digest().slowest())
                .extracting(NamedTest::millis)
                .containsExactly(49L, 48L, 47L, 46L, 45L, 44L, 43L, 42L, 41L, 40L);
    }

    @Test
    void namesATestOnceAmongTheSlowest() {
        add(1, 1, Outcome.FAILED, 70);
        add(1, 2, Outcome.PASSED, 90);
        add(1, 3, Outcome.PASSED, 80);

        assertThat(digest().slowest()).extracting(NamedTest::millis).containsExactly(90L);
    }

    /** A message may have a million characters, and so may a trace, which begins with it. */
    @Test
    void keepsLittleOfALongFailure() {
        String message = "m".repeat(1_000_000);
        String trace =
                message + "\n\tat shop.CartTest.adds(CartTest.java:12)\n" + "\tat x.Y.z(Y.java:1)\n".repeat(50_000);
        Note note = Note.of(result(1, 1, "t", Outcome.FAILED, 5, new Failure(message, trace)), null);

        assertThat(note.message()).hasSizeLessThan(400);
        assertThat(note.trace()).hasSizeLessThan(10_000).contains("CartTest.java:12");
    }

    @Test
    void namesAHundredFailuresAndCountsAll() {
        for (int row = 1; row <= 250; row++) {
            add(row, 1, Outcome.FAILED, 1);
        }

        assertThat(digest().broken()).hasSize(100);
        assertThat(digest().counts().failed()).isEqualTo(250);
    }

    @ParameterizedTest
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void survivesItsJvmAsText(String hostile) throws MalformedJsonException {
        tally.add(result(1, 1, hostile, Outcome.FAILED, 5, new Failure("why " + hostile, hostile)));

        Digest digest = digest();

        assertThat(Digest.of(digest.text())).isEqualTo(digest);
        assertThat(digest.broken()).singleElement().satisfies(test -> {
            assertThat(test.message()).startsWith("why").doesNotContain("\n", "\r");
            assertThat(test.page()).isEqualTo("https://host/1");
        });
    }

    /** In an entry of three tests, of which one has not passed yet, or only after a retry. */
    @ParameterizedTest
    @CsvSource({
        "PASSED, PASSED, PASSED, 0, 10",
        "PASSED, PASSED, FAILED, 1, 0",
        "PASSED, PASSED, ABORTED, 1, 0",
        "PASSED, PASSED, NOT_STARTED, 1, 0",
        "PASSED, PASSED, SKIPPED, 0, 10",
        "PASSED, PASSED, FAILED PASSED, 0, 0",
        "PASSED, PASSED, PASSED FAILED, 1, 0",
        "FAILED, FAILED, FAILED, 3, 0",
    })
    void tellsKnownFailuresFromOthers(String one, String two, String three, int quarantined, int passes)
            throws Exception {
        Path file = Files.writeString(folder.resolve("known"), "C.m?  2026-12-01 why\nC.m44 2026-11-30 over\n");
        TestTally known = new TestTally(KnownFailures.read(file, LocalDate.of(2026, 12, 1)));
        List<String> outcomes = List.of(one, two, three);
        for (int row = 1; row <= outcomes.size(); row++) {
            String[] attempts = outcomes.get(row - 1).split(" ", -1);
            for (int attempt = 1; attempt <= attempts.length; attempt++) {
                known.add(result(row, attempt, "t", Outcome.valueOf(attempts[attempt - 1]), 5, Failure.because("no")));
            }
        }
        known.add(result(10, 1, "other", Outcome.FAILED, 5, Failure.because("no")));
        known.add(result(44, 1, "expired", Outcome.FAILED, 5, Failure.because("no")));
        RowReview nine = new RowReview(new Judgement(Kind.UNKNOWN, "", 9), "", List.of());

        Digest digest = digest(known, new Review(Map.of(1, nine, 2, nine, 3, nine), ""));

        assertThat(digest.counts().quarantined()).isEqualTo(quarantined);
        assertThat(digest.broken())
                .filteredOn(test -> test.history().equals("quarantined until 2026-12-01: why"))
                .hasSize(quarantined);
        assertThat(digest.broken()).filteredOn(test -> test.history().isEmpty()).hasSize(2);
        assertThat(digest.covered()).isEqualTo(Map.of("C.m?", passes, "C.m44", 0));
        assertThat(Summary.of(List.of(digest, digest)).remarks())
                .isEqualTo(
                        passes < 10
                                ? Set.of("one waits")
                                : Set.of(
                                        "one waits",
                                        "The tests of the quarantine entry C.m? have passed in 10 runs in a row: it may be"
                                                + " removed."));
    }

    private Digest digest() {
        return digest(tally, Review.NONE);
    }

    private static Digest digest(TestTally tally, Review review) {
        return tally.digest(
                new SourceFiles(Path.of("nowhere"), Path.of("nowhere")),
                new ServiceRows(row -> "https://host/" + row, review),
                List.of("https://host/run"),
                List.of("one waits"));
    }

    private void add(int row, int attempt, Outcome outcome, long millis) {
        Failure failure = outcome == Outcome.PASSED ? null : Failure.because("why");
        tally.add(result(row, attempt, "test " + row, outcome, millis, failure));
    }

    private static Result result(int row, int attempt, String title, Outcome outcome, long millis, Failure failure) {
        TestDescription test = new TestDescription(new TestId("e", "C", "m" + row + "()", ""), title, List.of());
        return new Result(row, attempt, test, outcome, NOON, Duration.ofMillis(millis), failure, "");
    }
}
