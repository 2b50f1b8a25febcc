package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.When;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TestAttachmentsTest {

    private static final TestDescription TEST =
            new TestDescription(new TestId("e", "C", "m()", ""), "C › m()", List.of());
    private static final Target BUG = Target.workItem(4711);

    @TempDir
    Path folder;

    private final Guard guard = new Guard();
    private Path file;
    private Journal journal;
    private JournalRecorder recorder;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("trace.har"), "trace");
        journal = new Journals(folder.resolve("journal")).create("key", false);
        recorder = new JournalRecorder(
                journal,
                started -> new Run("token", "title", started, "host", null),
                When.FAILED,
                new AnnotationLinks(null),
                Set.of(Target.AZURE),
                AttachmentTypeRules.of("", sentence -> {}),
                new MarkedFileRoots(List.of(folder)),
                Masking.of(List.of("s3cr3t-word"), null, warning -> {}),
                Clock.systemUTC(),
                new TestThreads(new PlanThreads(), null),
                KnownFailures.NONE,
                guard);
    }

    @Test
    void comeFromTheTestThatRuns() throws IOException {
        recorder.started("other", new TestDescription(new TestId("e", "C", "other()", ""), "other", List.of()));
        recorder.started("key", TEST);
        recorder.attachTo(BUG, "key", file, "seen with s3cr3t-word");

        assertThat(attachments())
                .containsExactly(new Attachment(
                        1,
                        2,
                        1,
                        "trace.har",
                        AttachmentType.INTERMEDIATE_COLLECTOR_DATA,
                        "eafe895eb8119e6e5d06463590b2ef81b3651c157d5c8e18f1889186c7fd0ac0",
                        5,
                        new AttachmentTarget("azure", "WorkItem", "4711"),
                        "seen with ***"));
        assertThat(recorder.attachments().reported()).isEqualTo(new ReportedCount(1, 0));
        assertThat(guard.notes()).isEmpty();
    }

    @Test
    void comeFromTheRunOutsideOfTests() throws IOException {
        recorder.attachTo(BUG, null, file, "");
        recorder.attachTo(BUG, "ended", file, "");

        assertThat(events().get(0)).isInstanceOf(Event.RunStarted.class);
        assertThat(attachments()).hasSize(2).allMatch(Attachment::ofRun);
        assertThat(attachments())
                .extracting(Attachment::place)
                .containsOnly(new AttachmentTarget("azure", "WorkItem", "4711"));
    }

    @Test
    void moveWithWhatIsPreparedForATest() throws IOException {
        recorder.started("first", TEST);
        recorder.finished("first", Outcome.FAILED, null);
        recorder.preparing("key");
        recorder.attachTo(BUG, "key", file, "");
        recorder.started("key", TEST);

        assertThat(attachments().get(0).row()).isEqualTo(2);
        assertThat(events()).contains(new Event.EvidenceMoved(2, 1, 2));
    }

    @Test
    void areKeptAndToldOfOnceWhereTheirDestinationIsNotSet() throws IOException {
        recorder.attachTo(Target.bug(12), null, file, "");
        recorder.attachTo(Target.testSet(3), null, file, "");
        recorder.attachTo(BUG, null, file, "");

        assertThat(attachments()).hasSize(3);
        assertThat(guard.notes())
                .containsExactly("Files that tests attach to items of QAComplete are not published: set"
                        + " attest.qacomplete.url and what else begins with attest.qacomplete.");
    }

    @Test
    void areNotTakenForAnIdThatNothingHas() throws IOException {
        recorder.started("key", TEST);
        recorder.attachTo(Target.workItem(0), "key", file, "");
        recorder.attachTo(Target.workItem(-7), "key", file, "");

        assertThat(attachments()).isEmpty();
        assertThat(guard.notes())
                .containsExactly(
                        "Attachment " + file + " was not attached: no WorkItem has the id 0.",
                        "Attachment " + file + " was not attached: no WorkItem has the id -7.");
    }

    @Test
    void areNamedWhereTheyCannotBeRead() throws IOException {
        recorder.started("key", TEST);
        recorder.attachTo(BUG, "key", folder.resolve("gone"), "");
        recorder.finished("key", Outcome.PASSED, null);
        recorder.attachTo(BUG, null, folder.resolve("gone"), "");

        String sentence = "Attachment " + folder.resolve("gone") + " could not be read: it does not exist";
        assertThat(results()).extracting(Result::comment).containsExactly(sentence);
        assertThat(guard.notes()).containsExactly(sentence);
        assertThat(recorder.attachments().reported()).isEqualTo(new ReportedCount(0, 0));
    }

    @Test
    void areZippedWhereTheyAreFolders() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));

        recorder.attachTo(BUG, null, pages, "");

        assertThat(attachments().get(0).fileName()).isEqualTo("pages.zip");
    }

    private List<Attachment> attachments() throws IOException {
        return events().stream()
                .filter(Event.AttachmentAdded.class::isInstance)
                .map(event -> ((Event.AttachmentAdded) event).attachment())
                .toList();
    }

    private List<Result> results() throws IOException {
        return events().stream()
                .filter(Event.ResultRecorded.class::isInstance)
                .map(event -> ((Event.ResultRecorded) event).result())
                .toList();
    }

    private List<Event> events() throws IOException {
        return journal.reader().read(100);
    }
}
