package dev.attest;

import dev.attest.journal.Journal;
import dev.attest.model.AttachmentType;
import dev.attest.model.Event;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Result;
import dev.attest.model.Run;
import dev.attest.model.TestDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final AtomicInteger results = new AtomicInteger();
    private final AtomicInteger lostResults = new AtomicInteger();
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
        this.attachments = new AttachmentWriter(journal);
    }

    /** Returns how many results were reported, and how many of them could not be written down. */
    Reported results() {
        return new Reported(results.get(), lostResults.get());
    }

    /** Returns how many attachments were reported, and how many of them could not be written down. */
    Reported attachments() {
        return attachments.reported();
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
            begin(started.startedAt());
            running.put(key, started);
            active.begin(key);
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
                    () -> attachments.add(test.place(), fileName, type, new ByteArrayInputStream(content)));
        }
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + file, () -> attachments.add(test.place(), file, type, test::comment));
        }
    }

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {
        guard.run("attachment " + file, () -> {
            begin(clock.instant());
            attachments.add(Rows.Place.RUN, file, type, guard::note);
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
        attachments.add(
                new Rows.Place(result.row(), result.attempt()),
                "stack-trace.txt",
                AttachmentType.TMI_TEST_RESULT_DETAIL,
                new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isTooLong(Failure failure) {
        return failure.message().length() > LONGEST_FIELD
                || failure.stackTrace().length() > LONGEST_FIELD;
    }
}
