package dev.attest.internal.recovery;

import dev.attest.AttachmentType;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Journals of JVMs that are dead or done. Each test and each file has a name of its own. */
final class SeedJournals {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Journals journals;
    private int number;

    SeedJournals(Path folder) {
        this.journals = new Journals(folder);
    }

    /** A JVM that ended; a test of it was tried twice. */
    Path ended(String run, String prefix) throws IOException {
        return write(run, prefix, true);
    }

    /** A JVM that died: a test was running, and another one had not started. */
    Path dead(String run, String prefix) throws IOException {
        return write(run, prefix, false);
    }

    private Path write(String run, String prefix, boolean ended) throws IOException {
        try (Journal journal = journals.create(run, false)) {
            journal.append(new Event.RunStarted(
                    new Run("token of " + run, "title of " + run, NOON, "host", null), List.of("fake")));
            journal.append(new Event.TestsPlanned(List.of(test(prefix + "a"), test(prefix + "never"))));
            attempt(journal, 1, 1, prefix + "a", Outcome.PASSED);
            attempt(journal, 2, 1, prefix + "b", Outcome.FAILED);
            attempt(journal, 3, 1, prefix + "c", Outcome.PASSED);
            attempt(journal, 2, 2, prefix + "b", Outcome.PASSED);
            file(journal, Attachment.RUN, 1, prefix + "run.txt", null);
            file(journal, 3, 1, prefix + "placed.txt", new AttachmentTarget("fake", "Bugs", "12"));
            file(journal, 90, 1, prefix + "early.txt", null);
            journal.append(new Event.EvidenceMoved(90, 1, 1));
            attempt(journal, 4, 1, prefix + "d", Outcome.FAILED);
            if (ended) {
                journal.append(new Event.RunFinished(NOON.plusSeconds(60), false));
            } else {
                journal.append(new Event.TestStarted(5, 1, test(prefix + "running"), NOON));
            }
            return journal.folder();
        }
    }

    private void attempt(Journal journal, int row, int attempt, String title, Outcome outcome) throws IOException {
        TestDescription test = test(title);
        journal.append(new Event.TestStarted(row, attempt, test, NOON));
        file(journal, row, attempt, title + "-" + attempt + ".txt", null);
        Result result = new Result(row, attempt, test, outcome, NOON, Duration.ofMillis(5), null, "");
        journal.append(new Event.AttemptStopped(row, attempt, outcome, result.duration(), result.failure(), ""));
        journal.append(new Event.ResultRecorded(result));
    }

    private void file(Journal journal, int row, int attempt, String name, @Nullable AttachmentTarget place)
            throws IOException {
        StoredBlob blob = journal.store(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(new Attachment(
                ++number,
                row,
                attempt,
                name,
                AttachmentType.GENERAL_ATTACHMENT,
                blob.sha256(),
                blob.size(),
                place,
                "")));
    }

    private static TestDescription test(String title) {
        return new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
    }
}
