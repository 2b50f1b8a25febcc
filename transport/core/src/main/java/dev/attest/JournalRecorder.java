package dev.attest;

import dev.attest.journal.Journal;
import dev.attest.journal.Stored;
import dev.attest.model.Attachment;
import dev.attest.model.AttachmentType;
import dev.attest.model.Event;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Result;
import dev.attest.model.Run;
import dev.attest.model.TestDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is reported to the journal of this JVM. The run itself begins with the first test, so that a JVM that only
 * looks for tests leaves nothing behind.
 */
final class JournalRecorder implements Recorder {

    /** What a field of a service can hold; a longer trace is attached whole. */
    private static final int LONGEST_FIELD = 4000;

    /** What the journal keeps of a message and of a trace: enough to see that more was cut. */
    private static final int LONGEST_TEXT = 2 * LONGEST_FIELD;

    private final Journal journal;
    private final Function<Instant, Run> run;
    private final Clock clock;
    private final Guard guard;
    private final ActiveTests active = new ActiveTests();
    private final Rows rows = new Rows();
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final AtomicInteger attachmentNumbers = new AtomicInteger();
    private final AtomicInteger results = new AtomicInteger();
    private final AtomicInteger attachments = new AtomicInteger();
    private final AtomicInteger lostResults = new AtomicInteger();
    private final AtomicInteger lostAttachments = new AtomicInteger();
    private volatile boolean begun;

    /**
     * @param run makes the run, from the moment of its first test
     * @param guard takes what goes wrong
     */
    JournalRecorder(Journal journal, Function<Instant, Run> run, Clock clock, Guard guard) {
        this.journal = journal;
        this.run = run;
        this.clock = clock;
        this.guard = guard;
    }

    /** Returns how many results were reported, and how many of them could not be written down. */
    Reported results() {
        return new Reported(results.get(), lostResults.get());
    }

    /** Returns how many attachments were reported, and how many of them could not be written down. */
    Reported attachments() {
        return new Reported(attachments.get(), lostAttachments.get());
    }

    /** Returns whether there was any test at all. */
    boolean hasBegun() {
        return begun;
    }

    /** Writes down that nothing will follow. */
    void finishRun() {
        guard.run("the end of the run", () -> {
            if (begun) {
                journal.append(new Event.RunFinished(clock.instant()));
                journal.force();
            }
        });
    }

    @Override
    public void started(String key, TestDescription test) {
        guard.run(test.title(), () -> {
            RunningTest started = new RunningTest(rows.next(test.id()), test, clock.instant(), System.nanoTime());
            running.put(key, started);
            active.begin(key);
            begin(started.startedAt());
            journal.append(
                    new Event.TestStarted(started.place().row(), started.place().attempt(), test, started.startedAt()));
        });
    }

    @Override
    public void finished(String key, Outcome outcome, @Nullable Failure failure) {
        RunningTest test = running.remove(key);
        if (test != null) {
            guard.run(test.test().title(), () -> {
                active.end(key);
                record(test.end(outcome, failure, System.nanoTime()));
            });
        }
    }

    @Override
    public void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {
        guard.run(test.title(), () -> {
            Instant now = clock.instant();
            begin(now);
            Rows.Place place = rows.next(test.id());
            record(new Result(place.row(), place.attempt(), test, outcome, now, Duration.ZERO, failure, ""));
        });
    }

    @Override
    public Optional<String> current() {
        return active.current();
    }

    @Override
    public void comment(String key, String line) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("a comment", () -> test.comment(line));
        }
    }

    @Override
    public void attach(String key, String fileName, byte[] content, AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run(
                    "attachment " + fileName,
                    () -> attach(
                            test.place(),
                            fileName,
                            Objects.requireNonNullElseGet(type, () -> AttachmentType.ofFile(fileName)),
                            new ByteArrayInputStream(content)));
        }
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + file, () -> attachFile(test.place(), file, type, test::comment));
        }
    }

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {
        guard.run("attachment " + file, () -> {
            begin(clock.instant());
            attachFile(Rows.Place.RUN, file, type, guard::note);
        });
    }

    private synchronized void begin(Instant now) throws IOException {
        if (!begun) {
            journal.append(new Event.RunStarted(run.apply(now)));
            begun = true;
        }
    }

    private void record(Result result) throws IOException {
        results.incrementAndGet();
        try {
            Failure failure = result.failure();
            if (failure != null && isTooLong(failure)) {
                guard.run("the whole stack trace of " + result.test().title(), () -> attachWhole(result, failure));
                journal.append(new Event.ResultRecorded(result.with(failure.cutAfter(LONGEST_TEXT))));
            } else {
                journal.append(new Event.ResultRecorded(result));
            }
        } catch (IOException | RuntimeException e) {
            lostResults.incrementAndGet();
            throw e;
        }
    }

    private void attachWhole(Result result, Failure failure) throws IOException {
        String whole = failure.message() + "\n\n" + failure.stackTrace();
        attach(
                new Rows.Place(result.row(), result.attempt()),
                "stack-trace.txt",
                AttachmentType.TMI_TEST_RESULT_DETAIL,
                new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isTooLong(Failure failure) {
        return failure.message().length() > LONGEST_FIELD
                || failure.stackTrace().length() > LONGEST_FIELD;
    }

    private void attachFile(
            Rows.Place place, Path file, @Nullable AttachmentType type, java.util.function.Consumer<String> note)
            throws IOException {
        try (AttachedFile attached = AttachedFile.open(file)) {
            attach(
                    place,
                    attached.name(),
                    Objects.requireNonNullElseGet(type, () -> AttachmentType.ofFile(attached.name())),
                    attached.content());
        } catch (AttachedFile.UnreadableException e) {
            note.accept("Attachment " + file + " could not be read: " + e.getMessage());
        }
    }

    private void attach(Rows.Place place, String fileName, AttachmentType type, InputStream content)
            throws IOException {
        attachments.incrementAndGet();
        try {
            Stored stored = journal.store(content);
            journal.append(new Event.AttachmentAdded(new Attachment(
                    attachmentNumbers.incrementAndGet(),
                    place.row(),
                    place.attempt(),
                    fileName,
                    type,
                    stored.sha256(),
                    stored.size())));
        } catch (IOException | RuntimeException e) {
            lostAttachments.incrementAndGet();
            throw e;
        }
    }
}
