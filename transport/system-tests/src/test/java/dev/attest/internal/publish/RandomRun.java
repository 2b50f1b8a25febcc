package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Some tests of a run, of which some are tried again and some have files, and a list of all that happened. */
final class RandomRun {

    private final Journal journal;
    private final String title;
    private final Random random;
    private final Consumer<String> promises;
    private final Instant started = Instant.now();
    private final List<String> attempts = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** @param promises takes each line when the journal has what it says */
    RandomRun(Journal journal, String title, long seed, Consumer<String> promises) {
        this.promises = promises;
        this.journal = journal;
        this.title = title;
        this.random = new Random(seed);
    }

    /** Returns the attempts that were reported, as {@link PublishedRun} lists them. */
    List<String> attempts() {
        return attempts;
    }

    /** Returns the files that were reported, as {@link PublishedRun} lists them. */
    List<String> files() {
        return files;
    }

    /** Reports all of it. */
    void report() throws IOException {
        journal.append(new Event.RunStarted(new Run("token of " + title, title, started, "host", null), List.of()));
        int rows = 3 + random.nextInt(5);
        for (int row = 1; row <= rows; row++) {
            // The first is tried again and has a file, so that no run is without any of the requests.
            int tries = row == 1 ? 2 : 1 + random.nextInt(3) / 2 * random.nextInt(3);
            for (int attempt = 1; attempt <= Math.max(1, tries); attempt++) {
                report(row, attempt, attempt < tries);
            }
        }
        attach(Attachment.RUN, 1, "run");
        journal.append(new Event.RunFinished(started.plusSeconds(1), false));
    }

    private void report(int row, int attempt, boolean fails) throws IOException {
        String name = "test" + row;
        TestDescription test = new TestDescription(new TestId("engine", "Shop", name + "()", ""), name, List.of());
        Instant at = started.plusMillis(row);
        journal.append(new Event.TestStarted(row, attempt, test, at));
        int count = row == 1 ? 1 : random.nextInt(2);
        for (int file = 0; file < count; file++) {
            attach(row, attempt, name);
        }
        Outcome outcome = fails ? Outcome.FAILED : Outcome.PASSED;
        journal.append(new Event.ResultRecorded(
                new Result(row, attempt, test, outcome, at, Duration.ofMillis(5), null, "attempt " + attempt, fails)));
        promise(attempts, name + " attempt " + attempt + " " + (fails ? "Failed" : "Passed"));
    }

    private void attach(int row, int attempt, String owner) throws IOException {
        int number = files.size() + 1;
        byte[] bytes = ("bytes of " + number).getBytes(StandardCharsets.UTF_8);
        StoredBlob stored = journal.store(new ByteArrayInputStream(bytes));
        journal.append(new Event.AttachmentAdded(new Attachment(
                number, row, attempt, "file", AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
        promise(files, owner + (row == Attachment.RUN ? "" : " " + attempt) + " file " + number);
    }

    private void promise(List<String> lines, String line) {
        lines.add(line);
        promises.accept(line);
    }
}
