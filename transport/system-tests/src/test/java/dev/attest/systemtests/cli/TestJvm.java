package dev.attest.systemtests.cli;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes journals as a JVM with tests does; as a program, it holds one until it is killed. */
final class TestJvm {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Journal journal;
    private int files;

    private TestJvm(Path journals, String key, String title) throws IOException {
        journal = new Journals(journals).create(key, false);
        journal.append(
                new Event.RunStarted(new Run(UUID.randomUUID().toString(), title, NOON, "host", null), List.of()));
    }

    /** Holds a journal with a result, a file and a test that runs. */
    public static void main(String[] arguments) throws IOException {
        TestJvm jvm = new TestJvm(Path.of(arguments[0]), "killed", "killed");
        jvm.passes(1, "first");
        jvm.attaches(1, "log.txt", "said");
        jvm.starts(2, "second");
        prints(jvm.journal.folder());
        System.out.println(jvm.journal.folder());
        System.in.read();
    }

    static Process start(Path journals) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestJvm.class.getName(),
                        journals.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until the program has its journal; returns the folder. */
    static Path folder(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return Path.of(output.readLine());
    }

    /** Leaves a journal of a run that has ended, with a result for each title; returns its folder. */
    static Path ended(Path journals, String key, String... titles) throws IOException {
        TestJvm jvm = new TestJvm(journals, key, key);
        for (int row = 1; row <= titles.length; row++) {
            jvm.passes(row, titles[row - 1]);
        }
        jvm.attaches(1, "log.txt", "said by " + key);
        jvm.journal.append(new Event.RunFinished(NOON, false));
        jvm.journal.close();
        return jvm.journal.folder();
    }

    /** Leaves console output that was too long for memory, as a JVM does that is killed. */
    static void prints(Path journal) throws IOException {
        Path output = Files.createDirectory(journal.resolve("output"));
        Files.writeString(output.resolve("4711.tmp"), "a line");
    }

    /** Leaves a journal of a JVM that ended before its first test. */
    static Path idle(Path journals, String key) throws IOException {
        Journal journal = new Journals(journals).create(key, false);
        journal.close();
        return journal.folder();
    }

    private void passes(int row, String title) throws IOException {
        starts(row, title);
        journal.append(new Event.ResultRecorded(
                new Result(row, 1, test(title), Outcome.PASSED, NOON, Duration.ofMillis(5), null, "")));
    }

    private void starts(int row, String title) throws IOException {
        journal.append(new Event.TestStarted(row, 1, test(title), NOON));
    }

    private void attaches(int row, String name, String text) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(new Attachment(
                ++files, row, 1, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
    }

    private static TestDescription test(String title) {
        return new TestDescription(new TestId("engine", "com.shop.CartTest", title, ""), title, List.of());
    }
}
