package dev.attest.internal.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.Adopted;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who delivers may die at any request: the next one goes on, and nobody sees that there were two. */
class RunDeliveryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration NO_TIME = Duration.ofNanos(1);
    private static final DeliverySettings SMALL =
            new DeliverySettings(NO_TIME, NO_TIME, 4, 10, NO_TIME, NO_TIME, NO_TIME);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesAndDoublesNothingWhoeverDiesAtWhichRequest(boolean afterEffect) throws IOException {
        for (int tests = 1; tests <= 12; tests++) {
            for (int first = 1; first <= 6; first++) {
                for (int second = 1; second <= 6; second++) {
                    dieTwice(tests, first, second, afterEffect);
                }
            }
        }
    }

    /** Every third test fails at first and passes when it is tried again; each attempt attaches a file. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesAndDoublesNoAttemptWhoeverDiesAtWhichRequest(boolean afterEffect) throws IOException {
        for (int first = 1; first <= 14; first++) {
            for (int second = 1; second <= 14; second++) {
                dieTwiceWithRetries(first, second, afterEffect);
            }
        }
    }

    /** The second test fails, the third fails twice; each attempt attaches a file, and one puts a file elsewhere. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesAndDoublesNoReportWhoeverDiesAtWhichRequest(boolean afterEffect) throws IOException {
        for (int first = 1; first <= 14; first++) {
            for (int second = 1; second <= 12; second += 3) {
                dieTwiceWithReports(first, second, afterEffect);
            }
        }
    }

    /** The last event may be the last one of a batch. */
    @Test
    void addsWhatIsMissingHoweverManyEventsAreReadAtOnce() throws IOException {
        for (int tests = 1; tests <= 12; tests++) {
            FakeService service = new FakeService();
            Journals journals = new Journals(folder.resolve("cut-off-" + tests));
            try (Journal journal = journals.create("key", false)) {
                journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
                journal.append(new Event.TestsPlanned(
                        List.of(new TestDescription(new TestId("e", "C", "never", ""), "never", List.of()))));
                for (int row = 1; row <= tests; row++) {
                    TestDescription test =
                            new TestDescription(new TestId("e", "C", "m" + row, ""), "test " + row, List.of());
                    journal.append(new Event.ResultRecorded(
                            new Result(row, 1, test, Outcome.PASSED, NOON, Duration.ZERO, null, "")));
                }
                journal.append(new Event.RunFinished(NOON, true));
            }

            deliver(journals, service);

            assertThat(service.rows()).as("%d tests", tests).hasSize(tests + 1).contains("never NOT_STARTED");
        }
    }

    /** The coverage job of the service starts with the completion, and reads the files and results that are there. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsTheCoverageOfTheRunAfterItsCompletionWhoeverDies(boolean afterEffect) throws IOException {
        for (int first = 1; first <= 8; first++) {
            FakeService service = new FakeService();
            Journals journals = new Journals(folder.resolve("coverage-" + first));
            try (Journal journal = journals.create("key", false)) {
                journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
                attempt(journal, 1, 1, Outcome.PASSED);
                journal.append(
                        new Event.AttachmentAdded(ofRun(journal, 50, "jacoco.exec", AttachmentType.CODE_COVERAGE)));
                journal.append(
                        new Event.AttachmentAdded(ofRun(journal, 51, "notes.txt", AttachmentType.GENERAL_ATTACHMENT)));
                journal.append(new Event.RunFinished(NOON, false));
            }

            service.killCallerAt(first, afterEffect);
            deliver(journals, service);
            service.killCallerAt(-1, false);
            deliver(journals, service);

            assertThat(service.attachments())
                    .as("dead at request %d", first)
                    .hasSize(3)
                    .anyMatch(each -> each.startsWith("run: notes.txt"))
                    .anyMatch(each -> each.startsWith("completed run: jacoco.exec"));
            assertThat(service.state()).isEqualTo("Completed");
        }
    }

    private static Attachment ofRun(Journal journal, int number, String name, AttachmentType type) throws IOException {
        StoredBlob text = journal.store(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        return new Attachment(number, Attachment.RUN, 1, name, type, text.sha256(), text.size());
    }

    private void dieTwiceWithReports(int first, int second, boolean afterEffect) throws IOException {
        FakeService service = new FakeService();
        service.mark("after 17");
        service.wantReports(ReportTrigger.AT_THE_END);
        Journals journals = new Journals(folder.resolve("reports-" + first + "-" + second));
        try (Journal journal = journals.create("key", false)) {
            journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
            attempt(journal, 1, 1, Outcome.PASSED);
            attempt(journal, 2, 1, Outcome.FAILED);
            attempt(journal, 3, 1, Outcome.FAILED);
            attempt(journal, 3, 2, Outcome.FAILED);
            journal.append(
                    new Event.AttachmentAdded(file(journal, 99, 3, 2, new AttachmentTarget("fake", "Bugs", "12"))));
        }

        service.killCallerAt(first, afterEffect);
        deliver(journals, service);
        service.killCallerAt(second, afterEffect);
        deliver(journals, service);
        service.killCallerAt(-1, false);
        deliver(journals, service);

        assertThat(service.reported())
                .as("dead at requests %d and %d", first, second)
                .containsExactlyInAnyOrder(
                        "test 2 tried 1, last 1 FAILED [file of 2 1]",
                        "test 3 tried 2, last 2 FAILED [file of 3 1, file of 3 2]");
        assertThat(service.files())
                .containsExactly("Bugs 12: file of 3 2, Attached by the test \"test 3\", attempt 2,"
                        + " in the run \"title\" of 2026-11-21T12:00:00Z.");
        assertThat(service.marks()).containsOnly("after 17");
        assertThat(service.state()).isEqualTo("Aborted");
    }

    private static void attempt(Journal journal, int row, int attempt, Outcome outcome) throws IOException {
        TestDescription test = new TestDescription(new TestId("e", "C", "m" + row, ""), "test " + row, List.of());
        journal.append(new Event.TestStarted(row, attempt, test, NOON));
        journal.append(new Event.AttachmentAdded(file(journal, 10 * row + attempt, row, attempt, null)));
        journal.append(
                new Event.ResultRecorded(new Result(row, attempt, test, outcome, NOON, Duration.ZERO, null, "")));
    }

    private static Attachment file(Journal journal, int number, int row, int attempt, @Nullable AttachmentTarget place)
            throws IOException {
        StoredBlob text =
                journal.store(new ByteArrayInputStream(("of " + row + " " + attempt).getBytes(StandardCharsets.UTF_8)));
        return new Attachment(
                number, row, attempt, "file", AttachmentType.GENERAL_ATTACHMENT, text.sha256(), text.size(), place, "");
    }

    private void dieTwiceWithRetries(int first, int second, boolean afterEffect) throws IOException {
        FakeService service = new FakeService();
        Journals journals = new Journals(folder.resolve("retries-" + first + "-" + second));
        writeWithRetries(journals);

        service.killCallerAt(first, afterEffect);
        deliver(journals, service);
        service.killCallerAt(second, afterEffect);
        deliver(journals, service);
        service.killCallerAt(-1, false);
        deliver(journals, service);

        assertThat(service.attempts())
                .as("dead at requests %d and %d", first, second)
                .containsExactlyInAnyOrder("test 3 1 FAILED", "test 3 2 PASSED", "test 6 1 FAILED", "test 6 2 PASSED");
        assertThat(service.rows())
                .containsExactlyInAnyOrder(
                        "test 1 PASSED",
                        "test 2 PASSED",
                        "test 3 PASSED at attempt 2",
                        "test 4 PASSED",
                        "test 5 PASSED",
                        "test 6 PASSED at attempt 2");
        assertThat(service.attachments())
                .containsExactlyInAnyOrder(
                        "test 1 PASSED: file of 1 1",
                        "test 2 PASSED: file of 2 1",
                        "test 3 1 FAILED: file of 3 1",
                        "test 3 2 PASSED: file of 3 2",
                        "test 4 PASSED: file of 4 1",
                        "test 5 PASSED: file of 5 1",
                        "test 6 1 FAILED: file of 6 1",
                        "test 6 2 PASSED: file of 6 2");
    }

    private static void writeWithRetries(Journals journals) throws IOException {
        try (Journal journal = journals.create("key", false)) {
            journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
            int number = 0;
            for (int row = 1; row <= 6; row++) {
                int attempts = row % 3 == 0 ? 2 : 1;
                for (int attempt = 1; attempt <= attempts; attempt++) {
                    TestDescription test =
                            new TestDescription(new TestId("e", "C", "m" + row, ""), "test " + row, List.of());
                    journal.append(new Event.TestStarted(row, attempt, test, NOON));
                    StoredBlob text = journal.store(
                            new ByteArrayInputStream(("of " + row + " " + attempt).getBytes(StandardCharsets.UTF_8)));
                    journal.append(new Event.AttachmentAdded(new Attachment(
                            ++number,
                            row,
                            attempt,
                            "file",
                            AttachmentType.GENERAL_ATTACHMENT,
                            text.sha256(),
                            text.size())));
                    boolean last = attempt == attempts;
                    journal.append(new Event.ResultRecorded(new Result(
                            row,
                            attempt,
                            test,
                            last ? Outcome.PASSED : Outcome.FAILED,
                            NOON,
                            Duration.ZERO,
                            null,
                            "",
                            !last)));
                }
            }
        }
    }

    private void dieTwice(int tests, int first, int second, boolean afterEffect) throws IOException {
        FakeService service = new FakeService();
        Journals journals = new Journals(folder.resolve(tests + "-" + first + "-" + second));
        write(journals, tests);

        service.killCallerAt(first, afterEffect);
        deliver(journals, service);
        service.killCallerAt(second, afterEffect);
        deliver(journals, service);
        service.killCallerAt(-1, false);
        deliver(journals, service);

        assertThat(service.rows())
                .as("%d tests, dead at requests %d and %d", tests, first, second)
                .containsExactlyElementsOf(expected(tests));
        assertThat(service.runs()).containsExactly("token");
        assertThat(service.state()).isEqualTo("Aborted");
    }

    private static List<String> expected(int tests) {
        List<String> rows = new ArrayList<>(IntStream.range(1, tests)
                .mapToObj(row -> "test " + row + " PASSED")
                .toList());
        rows.add("test " + tests + " ABORTED");
        return rows;
    }

    private static void write(Journals journals, int tests) throws IOException {
        try (Journal journal = journals.create("key", false)) {
            journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
            for (int row = 1; row <= tests; row++) {
                TestDescription test =
                        new TestDescription(new TestId("e", "C", "m" + row, ""), "test " + row, List.of());
                journal.append(new Event.TestStarted(row, 1, test, NOON));
                if (row < tests) {
                    journal.append(new Event.ResultRecorded(
                            new Result(row, 1, test, Outcome.PASSED, NOON, Duration.ZERO, null, "")));
                }
            }
        }
    }

    private static void deliver(Journals journals, FakeService service) throws IOException {
        for (Journal journal : Adopted.all(journals)) {
            Uploads uploads = new Uploads(2, () -> {});
            RunDelivery delivery = new RunDelivery(
                    journal,
                    service.forOneCaller(),
                    new CircuitBreaker(SMALL, warning -> {}),
                    SMALL,
                    uploads,
                    new Acceptances(),
                    false,
                    sibling -> true);
            try {
                while (!delivery.isDone() && !service.callerIsDead()) {
                    delivery.step(true);
                    uploads.handleResults();
                    if (delivery.isReadyToLeave()) {
                        delivery.leave();
                    }
                }
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            } finally {
                uploads.abandon();
            }
            journal.close();
        }
    }
}
