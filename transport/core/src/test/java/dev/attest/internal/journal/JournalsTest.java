package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

@Timeout(60)
final class JournalsTest {

    @TempDir
    Path dir;

    @Test
    void adoptsTheJournalOfAKilledJvmAndNotThatOfALivingOne() throws Exception {
        Journals journals = new Journals(dir);
        Process owner = startOwner();
        try {
            BufferedReader output = owner.inputReader(StandardCharsets.UTF_8);
            Path folder = Path.of(output.readLine());
            assertThat(Adopted.all(journals)).isEmpty();
            assertThat(folder.resolve("lock")).content().contains("pid " + owner.pid() + "\n");

            owner.destroyForcibly().waitFor();
            List<Journal> adopted = Adopted.all(journals);

            assertThat(adopted).hasSize(1);
            try (Journal journal = adopted.get(0)) {
                assertThat(journal.adopted()).isTrue();
                assertThat(journal.folder()).isEqualTo(folder);
                assertThat(Events.all(journal))
                        .isEqualTo(IntStream.range(0, 100)
                                .mapToObj(Events::numbered)
                                .toList());
                assertThat(Adopted.all(new Journals(dir))).isEmpty();
            }
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void letsOneAtATimeLookWhoIsAlive() throws Exception {
        try (Journal journal = new Journals(dir).create("key", false)) {
            Closeable another = JournalLock.tryAcquire(journal.run().path());
            assertThat(journal.run().peers(journal, Set.of(), member -> false)).isEqualTo(RunFolder.PeerState.UNKNOWN);

            Objects.requireNonNull(another).close();

            assertThat(journal.run().peers(journal, Set.of(), member -> false)).isEqualTo(RunFolder.PeerState.NONE);
            journal.delete();
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void holdsAllThatWasRecordedBeforeTheDiskWasFull() throws Exception {
        assumeThat(Path.of("/bin/bash")).isExecutable();
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 64 && exec \"$@\"", "-"));
        command.addAll(java(FillingMain.class).command());
        Process filler = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int recorded;
        try (BufferedReader output = filler.inputReader(StandardCharsets.UTF_8)) {
            recorded = Integer.parseInt(output.readLine());
        } finally {
            filler.destroyForcibly().waitFor();
        }

        try (Journal journal = Adopted.all(new Journals(dir)).get(0)) {
            assertThat(recorded).isPositive();
            assertThat(Events.all(journal))
                    .isEqualTo(IntStream.range(0, recorded)
                            .mapToObj(Events::numbered)
                            .toList());
            assertThat(journal.damage()).isEmpty();
        }
    }

    @Test
    void leavesALockOfThisJvmInForceAfterLookingForWaitingJournals() throws Exception {
        try (Journal journal = new Journals(dir).create("build-1", false)) {
            assertThat(Adopted.all(new Journals(dir))).isEmpty();

            assertThat(adoptedByAnotherJvm()).isZero();
            journal.append(Events.started(1));
        }
        assertThat(adoptedByAnotherJvm()).isEqualTo(1);
    }

    @Test
    void leavesALockOfAnotherClassLoaderInForce() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> urlOf(Path.of(entry)))
                .toArray(URL[]::new);
        try (Journal journal = new Journals(dir).create("build-1", false);
                URLClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> journals = other.loadClass(Journals.class.getName());
            assertThat(journals).isNotEqualTo(Journals.class);

            Object adopted = other.loadClass(Adopted.class.getName())
                    .getMethod("all", Path.class)
                    .invoke(null, dir);

            assertThat((List<?>) adopted).isEmpty();
            assertThat(adoptedByAnotherJvm()).isZero();
            journal.append(Events.started(1));
        }
    }

    @Test
    void isDeletedOnlyByItsHolder() throws IOException {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.append(Events.started(1));
        journal.close();

        assertThatThrownBy(journal::delete).isInstanceOf(IOException.class).hasMessageContaining("is closed");

        try (Journal adopted = Adopted.all(new Journals(dir)).get(0)) {
            assertThat(Events.all(adopted)).hasSize(1);
        }
    }

    @Test
    void adoptsWhatWasClosedWithAllThatItHolds() throws IOException {
        Journals journals = new Journals(dir);
        StoredBlob blob;
        try (Journal journal = journals.create("build-1", false)) {
            journal.append(Events.started(1));
            blob = journal.store(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            journal.acks("azure").append(new Ack.RunCreated("7", "http://127.0.0.1/7", "http://127.0.0.1"));
            assertThat(journal.adopted()).isFalse();
        }

        try (Journal journal = Adopted.all(journals).get(0)) {
            assertThat(Events.all(journal)).containsExactly(Events.started(1));
            assertThat(journal.acks("azure").recorded())
                    .containsExactly(new Ack.RunCreated("7", "http://127.0.0.1/7", "http://127.0.0.1"));
            try (InputStream in = journal.blob(blob.sha256()).open()) {
                assertThat(in).hasContent("hello");
            }
            assertThat(journal.damage()).isEmpty();
        }
    }

    @Test
    void keepsTheSameContentOnceUnderItsHash() throws IOException {
        try (Journal journal = new Journals(dir).create("build-1", false)) {
            StoredBlob first = journal.store(new ByteArrayInputStream("test".getBytes(StandardCharsets.UTF_8)));
            StoredBlob second = journal.store(new ByteArrayInputStream("test".getBytes(StandardCharsets.UTF_8)));

            assertThat(first).isEqualTo(second);
            assertThat(first)
                    .isEqualTo(new StoredBlob("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 4));
            assertThat(journal.folder().resolve("blobs")).isDirectoryContaining("glob:**/" + first.sha256());
            assertThat(new LocalDisk().list(journal.folder().resolve("blobs"))).hasSize(1);
        }
    }

    @Test
    void leavesNothingBehindWhenDeleted() throws IOException {
        Journals journals = new Journals(dir);
        Journal first = journals.create("build-1", false);
        Journal second = journals.create("build-1", false);
        first.store(new ByteArrayInputStream(new byte[10]));
        first.acks("azure").append(new Ack.RunCompleted());

        first.delete();
        assertThat(second.folder()).exists();
        second.delete();
        second.close();

        assertThat(dir).isEmptyDirectory();
        assertThat(Adopted.all(journals)).isEmpty();
    }

    @Test
    void keepsAFolderThatAPersonPutBesideTheSharedFiles() throws IOException {
        for (String shared : List.of("azure.run", "notices")) {
            Journal journal = new Journals(dir).create(shared, false);
            if (shared.equals("notices")) {
                journal.run().claimNotice("summary");
            } else {
                journal.run().tryAcquireLease("azure").orElseThrow().close();
            }
            Path mine = mine(journal.run().path().resolve(shared));

            journal.delete();

            assertThat(mine).hasContent("mine");
        }
    }

    @Test
    void keepsAFolderThatAPersonPutBesideRefusedAttachments() throws IOException {
        Journal journal = new Journals(dir).create("build-1", false);
        journal.store(new ByteArrayInputStream(new byte[10]));
        journal.close();
        Path mine = mine(journal.folder().resolve("blobs").resolve("ab".repeat(32)));

        assertThatThrownBy(() -> JournalFiles.delete(journal.folder())).isInstanceOf(IOException.class);

        assertThat(mine).hasContent("mine");
    }

    @Test
    void losesNoEventOfManyThreadsWhileItIsRead() throws Exception {
        int threads = 16;
        int each = 1000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Event> read = new ArrayList<>();
        try (Journal journal = new Journals(dir).create("build-1", false)) {
            List<Future<Void>> writers = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(appending(journal, 1 + thread * each, each)))
                    .toList();
            LineReader<Event> reader = journal.reader();
            while (read.size() < threads * each
                    && !(writers.stream().allMatch(Future::isDone) && drained(reader, read))) {
                read.addAll(reader.read(100));
                journal.force();
            }
            for (Future<Void> writer : writers) {
                writer.get();
            }

            // As sets: AssertJ would compare each with each.
            assertThat(read).hasSize(threads * each);
            assertThat(Set.copyOf(read))
                    .isEqualTo(IntStream.rangeClosed(1, threads * each)
                            .mapToObj(Events::started)
                            .collect(Collectors.toSet()));
            assertThat(journal.damage()).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void keepsJournalsBehindALinkOfTheUser() throws IOException {
        Path elsewhere = Files.createDirectories(dir.resolveSibling(dir.getFileName() + "-elsewhere"));
        Path link = Files.createSymbolicLink(dir.resolveSibling(dir.getFileName() + "-link"), elsewhere);

        new Journals(link).create("build-1", false).close();

        assertThat(Adopted.all(new Journals(link))).hasSize(1).allSatisfy(Journal::close);
    }

    @Test
    void appendsOnAnInterruptedThread() throws IOException {
        try (Journal journal = new Journals(dir).create("build-1", false)) {
            Thread.currentThread().interrupt();
            journal.append(Events.started(1));
            journal.store(new ByteArrayInputStream(new byte[3]));
            journal.force();
            assertThat(Thread.interrupted()).isTrue();
            journal.append(Events.started(2));

            assertThat(Events.all(journal)).containsExactly(Events.started(1), Events.started(2));
        }
    }

    @Test
    void opensToNobodyElse() throws IOException {
        assumeThat(LocalDisk.isPosix(dir)).isTrue();
        Path own = dir.resolve("target/attest");
        try (Journal journal = new Journals(own).create("build-1", false)) {
            journal.append(Events.started(1));
            journal.store(new ByteArrayInputStream(new byte[3]));
            journal.acks("azure");

            try (Stream<Path> all = Files.walk(own)) {
                assertThat(all)
                        .hasSizeGreaterThan(6)
                        .allSatisfy(path -> assertThat(Files.getPosixFilePermissions(path))
                                .isEqualTo(PosixFilePermissions.fromString(
                                        Files.isDirectory(path) ? "rwx------" : "rw-------")));
            }
        }
    }

    @Test
    void saysWhatToDoWhenTheFolderIsAFile() throws IOException {
        Path file = Files.createFile(dir.resolve("attest"));

        assertThatThrownBy(() -> new Journals(file).create("build-1", false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot keep journals in " + file)
                .hasMessageContaining("set attest.journal.dir to a folder of your own");
        assertThatThrownBy(() -> Adopted.all(new Journals(file))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFolderOfAnotherUser() throws IOException {
        Path foreign = Files.createDirectory(dir.resolve("foreign"));
        assumeThat(canGiveAway(foreign)).isTrue();

        assertThatThrownBy(() -> new Journals(foreign).create("build-1", false))
                .hasMessageContaining("it belongs to")
                .hasMessageContaining("set attest.journal.dir");
    }

    @Test
    void leavesTheJournalOfALaterVersionAndAdoptsTheOthers() throws IOException {
        Journals journals = new Journals(dir);
        journals.create("build-1", false).close();
        Journal later = journals.create("build-1", false);
        later.close();
        Files.write(later.folder().resolve("events.journal"), new FormatVersion(3).line());
        List<String> refused = new ArrayList<>();

        List<Journal> adopted = Adopted.all(journals, refused::add);

        assertThat(adopted).hasSize(1);
        assertThat(refused)
                .hasSize(1)
                .first()
                .asString()
                .contains(later.folder().toString(), "newer version");
        adopted.get(0).close();
    }

    @Test
    void looksForWaitingJournalsWhereThereNeverWasOne() throws IOException {
        assertThat(Adopted.all(new Journals(dir.resolve("never")))).isEmpty();
        assertThat(dir.resolve("never")).doesNotExist();
    }

    @Test
    void takesAnyTextAsTheKeyOfARun() throws IOException {
        for (String key : List.of("", ".", "..", "a/b\\c", "CON", "nul.txt", "x".repeat(300), "ü\u202e𝄞", "end.")) {
            try (Journal journal = new Journals(dir).create(key, false)) {
                Path run = journal.folder().getParent();
                assertThat(run.getParent()).isEqualTo(dir);
                assertThat(run.getFileName().toString()).matches("_[A-Za-z0-9_-]{0,48}-[0-9a-f]{8}");
            }
        }
        assertThat(SafeFolders.nameOf("build-4711.1")).isEqualTo("build-4711.1");
        assertThat(SafeFolders.nameOf("a/b")).isNotEqualTo(SafeFolders.nameOf("a_b"));
    }

    private Callable<Void> appending(Journal journal, int from, int count) {
        return () -> {
            for (int row = from; row < from + count; row++) {
                journal.append(Events.started(row));
            }
            return null;
        };
    }

    private static Path mine(Path folder) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve("notes.txt"), "mine");
    }

    private static boolean drained(LineReader<Event> reader, List<Event> read) throws IOException {
        List<Event> rest = reader.read(Integer.MAX_VALUE);
        read.addAll(rest);
        return rest.isEmpty();
    }

    private static boolean canGiveAway(Path folder) {
        try {
            Files.setAttribute(folder, "unix:uid", 12345);
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static URL urlOf(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private Process startOwner() throws IOException {
        return java(HoldingMain.class).start();
    }

    private int adoptedByAnotherJvm() throws Exception {
        Process adopter = java(AdoptingMain.class).start();
        try (BufferedReader output = adopter.inputReader(StandardCharsets.UTF_8)) {
            return Integer.parseInt(output.readLine());
        } finally {
            adopter.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder java(Class<?> main) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
