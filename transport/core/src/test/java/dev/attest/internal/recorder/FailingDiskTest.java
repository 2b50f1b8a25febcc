package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.When;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.FailingJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.publish.Publishing;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A run from its first test to its end on a disk of which any change fails, once or from then on. */
class FailingDiskTest {

    private static final int TESTS = 20;
    private static final int FILES = TESTS / 4;

    /** A run changes the disk so often at least. */
    private static final int LEAST_CHANGES = 100;

    @TempDir
    Path folder;

    /** Each is a case of its own: most of its time is that until a failed change is tried again. */
    static IntStream changes() {
        return IntStream.rangeClosed(1, 2 * LEAST_CHANGES);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void publishesAllResultsOnceWhicheverChangeFails(int nth) throws Exception {
        survives("change " + nth, nth, false);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void publishesAllResultsOnceWhicheverChangeIsTheFirstOfAllThatFail(int nth) throws Exception {
        survives("change " + nth + " and all after it", nth, true);
    }

    private void survives(String name, int nth, boolean forGood) throws Exception {
        FailingJournal disk = new FailingJournal(nth, forGood);
        FakeService service = new FakeService();
        Journal journal = journal(disk);
        JournalRecorder recorder = new JournalRecorder(
                journal,
                started -> new Run("token", "title", started, "host", null),
                When.NEVER,
                new AnnotationLinks(null),
                Set.of(),
                AttachmentTypeRules.of("", sentence -> {}),
                new MarkedFileRoots(List.of(folder)),
                Masking.of(List.of(), null, warning -> {}),
                Clock.systemUTC(),
                new TestThreads(new PlanThreads(), null),
                KnownFailures.NONE,
                new Guard());
        Publishing publishing = publishing(service, journal, WaitingJournals.NONE);
        publishing.start();

        report(recorder);
        recorder.finishRun();
        publishing.finish(Duration.ofSeconds(20));

        assertThat(recorder.results()).as(name).isEqualTo(new ReportedCount(TESTS, 0));
        assertThat(publishing.published().get(0).progress().completed())
                .as(name)
                .isTrue();
        assertThat(service.state()).as(name).isEqualTo("Completed");
        assertAllIsThere(name, service, recorder.attachments().reported().lost());
        close(journal);
        if (journal.isDurable()) {
            deliverAgain(disk.waiting(), service);
            assertAllIsThere(
                    name + ", delivered again",
                    service,
                    recorder.attachments().reported().lost());
        }
        assertThat(disk.hasFailed() || nth > LEAST_CHANGES).as(name).isTrue();
    }

    private static Publishing publishing(FakeService service, Journal live, WaitingJournals waiting) {
        ConfiguredDestination outlet = new ConfiguredDestination(service, 2, service.name());
        return new Publishing(
                List.of(outlet), live, new OrphanQueue(List.of(outlet), waiting), List::of, warning -> {});
    }

    /** As a recording does it. */
    private static Journal journal(FailingJournal disk) throws IOException {
        try {
            return disk.open();
        } catch (IOException e) {
            return Journal.inMemory();
        }
    }

    private static void report(TestRecorder recorder) {
        for (int number = 1; number <= TESTS; number++) {
            String name = "test " + number;
            recorder.started(name, new TestDescription(new TestId("e", "C", "m" + number + "()", ""), name, List.of()));
            if (number % 4 == 0) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                recorder.attach(name, "file", bytes, AttachmentType.GENERAL_ATTACHMENT);
            }
            boolean fails = number % 3 == 0;
            recorder.finished(name, fails ? Outcome.FAILED : Outcome.PASSED, fails ? new Failure("no", "trace") : null);
        }
    }

    /** As if the JVM had died when all but the deletion of its journal was done, and the disk were well again. */
    private void deliverAgain(WaitingJournals left, FakeService service) throws IOException {
        try (Journal next = new Journals(folder).create("next", false)) {
            Publishing publishing = publishing(service, next, left);
            publishing.start();
            publishing.finish(Duration.ofSeconds(20));
        }
    }

    private static void close(Journal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            // the disk fails still: what is left is what it took before
        }
    }

    private static void assertAllIsThere(String name, FakeService service, int lostFiles) {
        assertThat(service.rows()).as(name).hasSize(TESTS).doesNotHaveDuplicates();
        assertThat(service.attachments()).as(name).hasSize(FILES - lostFiles).doesNotHaveDuplicates();
        assertThat(service.runs()).as(name).hasSize(1);
    }
}
