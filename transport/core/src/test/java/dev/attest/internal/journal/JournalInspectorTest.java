package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
final class JournalInspectorTest {

    @TempDir
    Path dir;

    @Test
    void tellsWhetherTheJvmOfAJournalRuns() throws Exception {
        Process owner = owner();
        try (BufferedReader output = owner.inputReader(StandardCharsets.UTF_8)) {
            Path folder = Path.of(output.readLine());

            assertThat(journals())
                    .containsExactly(new InspectedJournal(folder, InspectedJournal.State.IN_USE, owner.pid(), ""));
            owner.destroyForcibly().waitFor();
            assertThat(journals())
                    .containsExactly(new InspectedJournal(folder, InspectedJournal.State.ORPHANED, owner.pid(), ""));
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void takesNoLockAndChangesNoFile() throws Exception {
        Process owner = owner();
        try (BufferedReader output = owner.inputReader(StandardCharsets.UTF_8)) {
            Path folder = Path.of(output.readLine());
            try (Journal own = new Journals(dir).create("build-2", false)) {
                own.append(Events.started(1));
                Map<Path, String> before = files();

                for (InspectedJournal found : journals()) {
                    read(found);
                }

                assertThat(files()).isEqualTo(before);
                assertThat(Adopted.all(new Journals(dir))).as(folder.toString()).isEmpty();
            }
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void readsAllThatIsCompleteAndCountsWhatIsDamaged() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.append(Events.started(1));
        journal.append(Events.failed(1));
        journal.close();
        Path events = journal.folder().resolve("events.journal");
        Files.writeString(events, "no line of ours\n", StandardOpenOption.APPEND);
        Files.writeString(events, "torn", StandardOpenOption.APPEND);

        List<Event> read = new ArrayList<>();
        int unreadable = read(journals().get(0), read);

        assertThat(read).containsExactly(Events.started(1), Events.failed(1));
        assertThat(unreadable).isEqualTo(1);
    }

    @Test
    void refusesWhatANewerVersionWrote() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.close();
        Files.write(journal.folder().resolve("events.journal"), new FormatVersion(9).line());

        assertThatThrownBy(() -> read(journals().get(0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a newer version of Attest");
    }

    @Test
    void findsWhatWasRefusedAndWhatWasDamaged() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.setAside();
        Path damaged = Files.createDirectory(journal.folder().resolveSibling("17-0a1b2c3d.damaged"));

        JournalInspector.InspectedRun run = JournalInspector.inspect(dir).get(0);

        assertThat(run.journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.REFUSED);
        assertThat(run.damaged()).containsExactly(damaged);
    }

    @Test
    void passesOverWhatIsNotOurs() throws Exception {
        Path foreign = Files.createDirectories(dir.resolve("reports/17-0a1b2c3d"));
        Files.writeString(foreign.resolve("summary.txt"), "mine");

        assertThat(JournalInspector.inspect(dir)).isEmpty();
        assertThat(JournalInspector.inspect(dir.resolve("nowhere"))).isEmpty();
    }

    @Test
    void doesNotTakeAProcessForTheOneThatHadItsIdBefore() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.close();
        String pid = "pid " + ProcessHandle.current().pid() + "\n";
        Path lock = journal.folder().resolve("lock");

        Files.writeString(lock, pid + "start 978307200000\n");
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.ORPHANED);
        Files.writeString(lock, pid + "start unknown\n");
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.IN_USE);
    }

    @Test
    void readsTheStartOfAProcessAsEarlierVersionsWroteIt() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.close();
        ProcessHandle self = ProcessHandle.current();
        Path lock = journal.folder().resolve("lock");

        Files.writeString(lock, "pid " + self.pid() + "\nstart 2001-01-01T00:00:00Z\n");
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.ORPHANED);
        Instant start = self.info().startInstant().orElseThrow();
        Files.writeString(lock, "pid " + self.pid() + "\nstart " + start + "\n");
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.IN_USE);
        Files.writeString(lock, "pid " + self.pid() + "\nstart " + start.toEpochMilli() + "\n");
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.IN_USE);
    }

    /** The start that the JDK tells moves with the clock. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsAProcessAgainAfterTheClockWasSet() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.close();
        String pid = "pid " + ProcessHandle.current().pid() + "\n";
        String ticks = LockOwner.currentProcess().replaceFirst("(?s).*\nticks ", "ticks ");
        Path lock = journal.folder().resolve("lock");

        Files.writeString(lock, pid + "start 2001-01-01T00:00:00Z\n" + ticks);
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.IN_USE);
        Files.writeString(lock, LockOwner.currentProcess().replaceFirst("ticks \\d+", "ticks 1"));
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.ORPHANED);
        Files.writeString(lock, LockOwner.currentProcess().replaceFirst("of boot ", "of boot 0"));
        assertThat(journals()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.ORPHANED);
    }

    @Test
    void doesNotTakeAProcessForTheOneThatHasItsIdOnAnotherHost() throws Exception {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.close();
        Path folder = journal.folder();
        String lock = "pid " + ProcessHandle.current().pid() + "\nstart unknown\nhost ";

        Files.writeString(folder.resolve("lock"), lock + "elsewhere\n");
        assertThat(LockOwner.of(folder, "here").otherHost()).isEqualTo("elsewhere");
        assertThat(LockOwner.of(folder, "here").isAlive()).isFalse();
        assertThat(LockOwner.of(folder, "unknown").isAlive()).isTrue();
        Files.writeString(folder.resolve("lock"), lock + "here\n");
        assertThat(LockOwner.of(folder, "here").isAlive()).isTrue();
    }

    private List<InspectedJournal> journals() throws IOException {
        return JournalInspector.inspect(dir).stream()
                .flatMap(run -> run.journals().stream())
                .toList();
    }

    private static void read(InspectedJournal journal) throws IOException {
        read(journal, new ArrayList<>());
    }

    private static int read(InspectedJournal journal, List<Event> into) throws IOException {
        return journal.read(into::add, destination -> new IgnoringAcks());
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            all.forEach(file -> files.put(file, describe(file)));
        }
        return files;
    }

    private static String describe(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingMain.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static final class IgnoringAcks implements Ack.Visitor {

        @Override
        public void runCreated(Ack.RunCreated created) {}

        @Override
        public void rowsCreated(Ack.RowsCreated created) {}

        @Override
        public void attemptsAppended(Ack.AttemptsAppended appended) {}

        @Override
        public void attachmentDelivered(Ack.AttachmentDelivered delivered) {}

        @Override
        public void resultRefused(Ack.ResultRefused refused) {}

        @Override
        public void attachmentRefused(Ack.AttachmentRefused refused) {}

        @Override
        public void rowReported(Ack.RowReported reported) {}

        @Override
        public void reportRefused(Ack.ReportRefused refused) {}

        @Override
        public void runCompleted() {}
    }
}
