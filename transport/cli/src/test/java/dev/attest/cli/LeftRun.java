package dev.attest.cli;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a journal as a JVM does whose results nobody has delivered. */
final class LeftRun {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Journal journal;
    private int rows;
    private int files;

    LeftRun(Path journals, String title) throws IOException {
        journal = new Journals(journals).create("run" + Math.abs(title.hashCode()), false);
        journal.append(
                new Event.RunStarted(new Run(UUID.randomUUID().toString(), title, NOON, "host7", null), List.of()));
    }

    LeftRun passes(String type, String title) throws IOException {
        return ends(type, title, Outcome.PASSED, null, "");
    }

    LeftRun fails(String type, String title, String message, String trace) throws IOException {
        return ends(type, title, Outcome.FAILED, new Failure(message, trace), "");
    }

    LeftRun ends(String type, String title, Outcome outcome, @Nullable Failure failure, String comment)
            throws IOException {
        rows++;
        return attempt(1, type, title, outcome, failure, comment);
    }

    /** Adds an attempt to the last test. */
    LeftRun attempt(int attempt, String type, String title, Outcome outcome, @Nullable Failure failure, String comment)
            throws IOException {
        TestDescription test = test(type, title);
        journal.append(new Event.TestStarted(rows, attempt, test, NOON));
        journal.append(new Event.ResultRecorded(
                new Result(rows, attempt, test, outcome, NOON, Duration.ofMillis(1234), failure, comment)));
        return this;
    }

    LeftRun starts(String type, String title) throws IOException {
        journal.append(new Event.TestStarted(++rows, 1, test(type, title), NOON));
        return this;
    }

    LeftRun plans(String type, String title) throws IOException {
        journal.append(new Event.TestsPlanned(List.of(test(type, title))));
        return this;
    }

    LeftRun attaches(String name, String text) throws IOException {
        return attaches(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Attaches a file to the last test. */
    LeftRun attaches(String name, byte[] content) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(content));
        journal.append(new Event.AttachmentAdded(new Attachment(
                ++files, rows, 1, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
        return this;
    }

    /** Ends the run; returns the folder of the journal. */
    Path ends() throws IOException {
        journal.append(new Event.RunFinished(NOON.plusSeconds(60), false));
        return leaves();
    }

    /** Leaves the journal as a JVM that did not come to its end. */
    Path leaves() throws IOException {
        journal.close();
        return journal.folder();
    }

    private static TestDescription test(String type, String title) {
        return new TestDescription(new TestId("engine", type, title, ""), title, List.of());
    }
}
