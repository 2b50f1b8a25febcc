package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.RunFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A folder that somebody deletes while a JVM writes to it, as {@code mvn clean} does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not delete open files")
class DeletedFolderTest {

    private static final int BEFORE = 20;
    private static final int ALL = 40;

    @TempDir
    Path folder;

    /** What is deleted, below the folder that is above all journals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attest",
                "attest/run",
                "attest/run/jvm",
                "attest/run/jvm/events.journal",
                "attest/run/jvm/lock",
                "attest/run/jvm/azure.acks",
                "attest/run/jvm/blobs"
            })
    void isMadeAgainWithAllThatWasInIt(String deleted) throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path dir = target.resolve("attest");
        try (Journal journal = new Journals(dir).create("run", false)) {
            StoredBlob first = store(journal, "first");
            append(journal, 0, BEFORE);
            journal.acks("azure").append(new Ack.RunCompleted());
            LineReader<Event> reader = journal.reader();
            reader.read(BEFORE / 2);

            delete(target.resolve(
                    deleted.replace("jvm", journal.folder().getFileName().toString())));
            append(journal, BEFORE, ALL);
            StoredBlob second = store(journal, "second");
            journal.force();

            assertThat(reader.read(ALL)).hasSize(ALL - BEFORE / 2);
            assertThat(List.of(text(journal, first), text(journal, second))).containsExactly("first", "second");
            assertThat(adoptedByAnotherJvm(dir)).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.folder())))
                    .isEqualTo("rwx------");
        }
        Journal next = Adopted.all(dir).get(0);
        assertThat(Events.all(next))
                .isEqualTo(IntStream.range(0, ALL).mapToObj(Events::numbered).toList());
        assertThat(next.acks("azure").recorded()).containsExactly(new Ack.RunCompleted());
        try (Stream<Path> blobs = Files.list(next.folder().resolve("blobs"))) {
            assertThat(blobs).hasSize(2);
        }
        next.delete();
    }

    @Test
    void isNotMissedAtTheEnd() throws IOException {
        Journal journal = new Journals(folder.resolve("attest")).create("run", false);
        append(journal, 0, BEFORE);
        delete(folder.resolve("attest"));

        journal.delete();

        assertThat(folder.resolve("attest")).doesNotExist();
    }

    @Test
    void keepsFactsThatTheMembersOfTheRunKnow() throws IOException {
        Journal journal = new Journals(folder.resolve("attest")).create("run", false);
        append(journal, 0, 1);
        try (RunLease lease = journal.run().tryAcquireLease("azure").orElseThrow()) {
            lease.append(new RunFact.Joined("1-00000001"));
        }
        delete(folder.resolve("attest"));

        try (RunLease lease = journal.run().tryAcquireLease("azure").orElseThrow()) {
            assertThat(lease.facts()).hasSize(1);
        }
        journal.delete();
    }

    @Test
    void hasAllOfManySmallFiles() throws IOException {
        try (Journal journal = new Journals(folder.resolve("attest")).create("run", false)) {
            List<StoredBlob> stored = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                stored.add(store(journal, "file " + i));
            }
            delete(folder.resolve("attest"));

            for (int i = 0; i < 300; i++) {
                assertThat(text(journal, stored.get(i))).isEqualTo("file " + i);
            }
        }
    }

    @Test
    void namesALargeFileThatIsGoneForGood() throws IOException {
        try (Journal journal = new Journals(folder.resolve("attest")).create("run", false)) {
            StoredBlob first = store(journal, "x".repeat(2 << 20));
            for (int i = 0; i < 4; i++) {
                store(journal, "another " + i);
            }
            delete(folder.resolve("attest"));

            assertThatThrownBy(() -> journal.blob(first.sha256()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not there");
        }
    }

    private static void append(Journal journal, int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            journal.append(Events.numbered(number));
        }
    }

    private static StoredBlob store(Journal journal, String text) throws IOException {
        return journal.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Journal journal, StoredBlob blob) throws IOException {
        try (InputStream in = journal.blob(blob.sha256()).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int adoptedByAnotherJvm(Path dir) throws Exception {
        Process adopter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AdoptingMain.class.getName(),
                        dir.toString())
                .start();
        try (InputStream out = adopter.getInputStream()) {
            return Integer.parseInt(new String(out.readAllBytes(), StandardCharsets.UTF_8).strip());
        } finally {
            adopter.destroyForcibly().waitFor();
        }
    }
}
