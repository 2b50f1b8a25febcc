package dev.attest.systemtests.evidence;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.spi.Links;
import dev.attest.testkit.ChildJvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlacedFilesIT {

    private static final long LARGE = 300L * 1024 * 1024;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("set.txt"), "set");
        Files.writeString(folder.resolve("bug.txt"), "bug");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.bin").toFile(), "rw")) {
            file.setLength(LARGE);
        }
    }

    @Test
    void waitInTheJournalWithWhereTheyComeFromWhateverTheirSize() throws Exception {
        Path dir = folder.resolve("journal");

        ChildJvm.Ended child = run(Map.of("ATTEST_JOURNAL_DIR", dir.toString()));

        assertThat(child.out()).contains("ran 3, passed 3", "Attest: 3 results and 4 attachments wait in " + dir);
        assertThat(child.err())
                .containsOnlyOnce("items of Azure DevOps are not published: set attest.azure.url")
                .containsOnlyOnce("items of QAComplete are not published: set attest.qacomplete.url")
                .containsOnlyOnce("no Bugs has the id 0")
                .doesNotContain("OutOfMemoryError");
        Journals journals = new Journals(dir);
        List<Path> left = journals.folders(refused -> {});
        assertThat(left).hasSize(1);
        try (Journal journal = journals.adopt(left.get(0), refused -> {}).orElseThrow()) {
            List<Event> events = journal.reader().read(1000);
            Map<Integer, String> tests = testsOf(events);
            assertThat(placedOf(events))
                    .extracting(each -> tests.getOrDefault(each.row(), "the run") + ": " + each.place() + " "
                            + each.fileName() + " " + each.size() + " " + each.comment())
                    .containsExactlyInAnyOrder(
                            "the run: " + new AttachmentTarget("qacomplete", "TestSets", "3") + " set.txt 3 ",
                            "itself(): " + new AttachmentTarget("azure", "WorkItem", "4711") + " large.bin " + LARGE
                                    + " the whole trace",
                            "byAThread(): " + new AttachmentTarget("qacomplete", "Bugs", "12") + " bug.txt 3 ");
            for (Attachment placed : placedOf(events)) {
                assertThat(journal.blob(placed.sha256()).size()).isEqualTo(placed.size());
            }
        }
    }

    @Test
    void areNoneWhereAttestIsDormant() throws Exception {
        ChildJvm.Ended child = run(Map.of());

        assertThat(child.out()).isEqualTo("ran 3, passed 3, failed 0\n");
        assertThat(child.err()).isEmpty();
        assertThat(folder).isDirectoryNotContaining(path -> Files.isDirectory(path));
    }

    private ChildJvm.Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        return new ChildJvm(folder, environment)
                .option("-Xmx48m")
                .option("-Dfiles=" + folder)
                .run(AttachingSuites.Placing.class);
    }

    private static Map<Integer, String> testsOf(List<Event> events) {
        Map<Integer, String> tests = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.TestStarted started) {
                assertThat(started.test().links()).isEqualTo(new Links(List.of(100), List.of(), List.of()));
                tests.put(started.row(), started.test().id().method());
            }
        }
        return tests;
    }

    private static List<Attachment> placedOf(List<Event> events) {
        return events.stream()
                .filter(Event.AttachmentAdded.class::isInstance)
                .map(event -> ((Event.AttachmentAdded) event).attachment())
                .filter(attachment -> attachment.place() != null)
                .toList();
    }
}
