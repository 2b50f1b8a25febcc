package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.recorder.ReportedCount;
import dev.attest.internal.summary.Counts;
import dev.attest.internal.summary.TestTally;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryLinesTest {

    private static final SummaryLines.Kept ON_DISK =
            new SummaryLines.Kept(true, "target/attest/1", "target/attest/1.refused", 0);
    private static final SummaryLines.Kept IN_MEMORY = new SummaryLines.Kept(false, "memory", "memory", 0);
    private static final Counts TWELVE = counts("12*PASSED");

    @Test
    void isOneLineWhereEverythingIsPublished() {
        PublishResult all = at("azure", tally(12), tally(3), "http://run", null);

        assertThat(lines(12, 3, all).all(TWELVE)).containsExactly("Attest: 12 tests: 12 passed; http://run");
        assertThat(lines(12, 3, all).troubles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| 0 tests",
                "PASSED| 1 test: 1 passed",
                "FAILED| 1 test: 0 passed, 1 failed",
                "PASSED PASSED FAILED SKIPPED NOT_STARTED ABORTED|"
                        + " 6 tests: 2 passed, 1 failed, 1 not started, 1 cut off, 1 skipped",
                "PASSED FAILED/PASSED| 2 tests in 3 attempts: 2 passed, 1 passed only after a retry",
                "FAILED/FAILED/FAILED| 1 test in 3 attempts: 0 passed, 1 failed"
            })
    void countsTestsAndNamesTheirAttempts(String outcomes, String expected) {
        int attempts = outcomes.isEmpty() ? 0 : outcomes.split("[ /]", -1).length;
        PublishResult all = at("azure", tally(attempts), tally(0), "http://run", null);

        assertThat(lines(attempts, 0, all).all(counts(outcomes)))
                .containsExactly("Attest: " + expected + "; http://run");
    }

    @Test
    void saysWhatWaitsAndWhyAndWhere() {
        PublishResult some = at("azure", new Tally(7, 0, 0), tally(0), "", "HTTP 503 of http://service.");

        assertThat(lines(12, 3, some).all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed",
                        "Attest: Azure DevOps: 5 results and 3 attachments wait: HTTP 503 of http://service",
                        "Attest: waiting items are in target/attest/1 and are published with the next run");
        assertThat(lines(12, 3, some).troubles()).hasSize(2);
    }

    @Test
    void leadsToTheWarningsWhereDeliveryWasGivenUp() {
        PublishResult some = at("azure", tally(11), tally(0), "http://run", null);

        assertThat(lines(12, 0, some).troubles())
                .contains("Attest: Azure DevOps: 1 result waits (see the warnings above); http://run");
    }

    @Test
    void saysWhatWasRefusedAndWhereItIs() {
        PublishResult some = at("azure", new Tally(11, 0, 1), new Tally(1, 0, 2), "http://run", null);

        assertThat(lines(12, 3, some).all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed; http://run",
                        "Attest: Azure DevOps: refused 1 result and 2 attachments (see the warnings above)",
                        "Attest: refused items are kept in target/attest/1.refused");
    }

    @Test
    void saysThatARequestWasRefusedThatIsNoItem() {
        Progress progress = new Progress(tally(12), tally(0), "http://run", true, List.of("The plan is unknown."));
        PublishResult some = new PublishResult("azure", progress, null, List.of(), List.of());

        assertThat(lines(12, 0, some).troubles())
                .containsExactly(
                        "Attest: Azure DevOps: refused 1 request (see the warning above); http://run",
                        "Attest: refused items are kept in target/attest/1.refused");
    }

    @Test
    void saysWhatAServiceHasNoPlaceFor() {
        PublishResult some = at("qacomplete", new Tally(9, 3, 0), new Tally(1, 2, 0), "", null);

        assertThat(lines(12, 3, some).all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed",
                        "Attest: QAComplete: has no place for 3 results and 2 attachments; the rest is published");
        assertThat(lines(12, 3, some).troubles()).as("nobody can do anything").isEmpty();
    }

    @Test
    void saysWhatCouldNotBeRecorded() {
        PublishResult rest = at("azure", tally(10), tally(3), "http://run", null);

        assertThat(lines(new ReportedCount(12, 2), new ReportedCount(4, 1), ON_DISK, rest)
                        .all(counts("10*PASSED")))
                .containsExactly(
                        "Attest: 10 tests: 10 passed; http://run",
                        "Attest: 2 results and 1 attachment are lost (see the warning above)");
    }

    @Test
    void saysThatTheRunIsStillOpen() {
        Progress open = new Progress(tally(1), tally(0), "http://run", false, List.of());
        PublishResult all = new PublishResult("azure", open, "HTTP 500", List.of(), List.of());

        assertThat(lines(1, 0, all).troubles())
                .containsExactly("Attest: Azure DevOps: the run could not be completed: HTTP 500; http://run");
    }

    @Test
    void hasALineForEachOfTwoServices() {
        PublishResult all = at("azure", tally(12), tally(3), "http://azure", null);
        PublishResult none = at("qacomplete", tally(0), tally(0), "", "down");
        SummaryLines lines = new SummaryLines(
                new ReportedCount(12, 0),
                new ReportedCount(4, 0),
                destination -> destination.equals("azure") ? 1 : 0,
                List.of(all, none),
                Set.of(),
                ON_DISK);

        assertThat(lines.all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed",
                        "Attest: Azure DevOps: http://azure",
                        "Attest: QAComplete: 12 results and 4 attachments wait: down",
                        "Attest: waiting items are in target/attest/1 and are published with the next run");
        assertThat(lines.troubles()).hasSize(2).noneMatch(line -> line.contains("Azure"));
    }

    @Test
    void hasALineForAServiceWithoutAPage() {
        PublishResult one = at("azure", tally(12), tally(0), "http://azure", null);
        PublishResult other = at("qacomplete", tally(12), tally(0), "", null);

        assertThat(lines(12, 0, one, other).all(TWELVE)).endsWith("Attest: QAComplete: everything is published");
    }

    @Test
    void saysThatResultsWaitForAService() {
        assertThat(lines(12, 1).all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed",
                        "Attest: 12 results and 1 attachment wait in target/attest/1, as no service is set; the next run"
                                + " with a service publishes them");
    }

    @Test
    void saysThatResultsWaitForTheSettingsOfAService() {
        SummaryLines lines = new SummaryLines(
                new ReportedCount(12, 0),
                new ReportedCount(0, 0),
                destination -> 0,
                List.of(at("azure", tally(12), tally(0), "http://azure", null)),
                Set.of("qacomplete"),
                ON_DISK);

        assertThat(lines.troubles())
                .containsExactly(
                        "Attest: QAComplete: 12 results wait: its settings are incomplete (see the warning above)",
                        "Attest: waiting items are in target/attest/1 and are published with the next run");
    }

    @Test
    void saysThatItemsInMemoryAreLost() {
        PublishResult some = at("azure", new Tally(11, 0, 0), tally(0), "http://run", "down");

        assertThat(lines(new ReportedCount(12, 0), new ReportedCount(0, 0), IN_MEMORY, some)
                        .all(TWELVE))
                .containsExactly(
                        "Attest: 12 tests: 12 passed; http://run",
                        "Attest: Azure DevOps: 1 result is lost, as the journal was in memory only: down");
    }

    @Test
    void saysHowManyRecordsAreNotOnDisk() {
        PublishResult none = at("azure", tally(0), tally(0), "", "down");
        SummaryLines.Kept kept = new SummaryLines.Kept(true, "target/attest/1", "", 7);

        assertThat(lines(new ReportedCount(12, 0), new ReportedCount(0, 0), kept, none)
                        .troubles())
                .endsWith("Attest: waiting items are in target/attest/1 and are published with the next run, except 7"
                        + " records that could not be written to disk, and are lost");
    }

    /** Whatever became of them: each attempt is published, or it is in the words. */
    @RepeatedTest(200)
    void countsEachItem(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int[] results = random.ints(5, 0, 4).toArray();
        int[] files = random.ints(5, 0, 4).toArray();
        Tally tally = new Tally(results[0], results[1], results[2]);
        Tally fileTally = new Tally(files[0], files[1], files[2]);
        SummaryLines lines = lines(
                new ReportedCount(Arrays.stream(results).sum(), results[4]),
                new ReportedCount(Arrays.stream(files).sum(), files[4]),
                ON_DISK,
                at("azure", tally, fileTally, "http://run", results[3] + files[3] > 0 ? "down" : null));

        String text = String.join("\n", lines.all(TWELVE));

        assertThat(List.of(numbers(text, "result"), numbers(text, "attachment")))
                .containsExactly(
                        Arrays.stream(results).skip(1).sum(),
                        Arrays.stream(files).skip(1).sum());
    }

    private static int numbers(String text, String what) {
        Matcher matcher = Pattern.compile("(\\d+) " + what + "s?\\b").matcher(text);
        return matcher.results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static Tally tally(int published) {
        return new Tally(published, 0, 0);
    }

    private static PublishResult at(
            String name, Tally results, Tally attachments, String url, @Nullable String trouble) {
        int refused = results.refused() + attachments.refused();
        List<String> refusals = Collections.nCopies(refused, "refused");
        Progress progress = new Progress(results, attachments, url, trouble == null, refusals);
        return new PublishResult(name, progress, trouble, List.of(), List.of());
    }

    private static SummaryLines lines(int results, int attachments, PublishResult... published) {
        return lines(new ReportedCount(results, 0), new ReportedCount(attachments, 0), ON_DISK, published);
    }

    private static SummaryLines lines(
            ReportedCount results, ReportedCount attachments, SummaryLines.Kept kept, PublishResult... published) {
        return new SummaryLines(results, attachments, destination -> 0, List.of(published), Set.of(), kept);
    }

    /** Returns the counts of tests, each of one outcome or of several with slashes between. */
    private static Counts counts(String outcomes) {
        TestTally tally = new TestTally(KnownFailures.NONE);
        String all = outcomes.endsWith("*PASSED")
                ? "PASSED "
                        .repeat(Integer.parseInt(outcomes.replace("*PASSED", "")))
                        .strip()
                : outcomes;
        int row = 0;
        for (String test : all.isEmpty() ? new String[0] : all.split(" ", -1)) {
            row++;
            int attempt = 0;
            for (String outcome : test.split("/", -1)) {
                attempt++;
                TestDescription description = new TestDescription(new TestId("e", "C", "m" + row, ""), "m", List.of());
                tally.add(new Result(
                        row, attempt, description, Outcome.valueOf(outcome), Instant.EPOCH, Duration.ZERO, null, ""));
            }
        }
        return tally.counts();
    }
}
