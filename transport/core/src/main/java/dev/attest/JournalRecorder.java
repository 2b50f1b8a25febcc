package dev.attest;

import dev.attest.capture.Channel;
import dev.attest.capture.ConsoleLog;
import dev.attest.capture.Masking;
import dev.attest.capture.OutputSink;
import dev.attest.config.When;
import dev.attest.journal.Journal;
import dev.attest.model.Attachment;
import dev.attest.model.AttachmentType;
import dev.attest.model.Event;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.ReportName;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is reported to the journal of this JVM. The run itself begins with the first test, so that a JVM that only
 * looks for tests leaves nothing behind.
 */
final class JournalRecorder implements Recorder {

    /** How many planned tests make a line of the journal. */
    private static final int PLANNED = 200;

    private final Journal journal;
    private final Function<Instant, Run> run;
    private final Clock clock;
    private final Masking masking;
    private final Guard guard;
    private final ActiveTests active = new ActiveTests();
    private final Rows rows = new Rows();
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final ResultWriter results;
    private final When output;
    private final Upcoming upcoming;
    private final ConsoleCapture console;
    private final RunConfiguration configuration;
    private volatile boolean begun;
    private volatile boolean over;

    /**
     * @param run makes the run, from the moment of its first test
     * @param output for which attempts the console output is attached, unless their code says otherwise
     * @param types of files
     * @param masking of all text
     * @param guard takes what goes wrong
     */
    JournalRecorder(
            Journal journal,
            Function<Instant, Run> run,
            When output,
            AttachmentTypes types,
            Masking masking,
            Clock clock,
            Guard guard) {
        this.journal = journal;
        this.run = run;
        this.masking = masking;
        this.clock = clock;
        this.guard = guard;
        this.attachments = new AttachmentWriter(journal, types);
        this.results = new ResultWriter(journal, attachments, masking, guard);
        this.output = output;
        this.configuration = new RunConfiguration(masking);
        ConsoleOutput unowned = newOutput();
        this.upcoming = new Upcoming(running, () -> new RunningTest(rows.reserve(), newOutput()));
        this.console = new ConsoleCapture(this, active, running, upcoming, unowned, guard);
        if (output == When.NEVER) {
            guard.run("the console output of the run", unowned::forget);
        }
    }

    /** Returns what takes all that is printed in this JVM. */
    OutputSink console() {
        return console;
    }

    /** Returns how many results were reported, and how many of them could not be written down. */
    Reported results() {
        return results.reported();
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
        finishRun(false);
    }

    /** Writes down that nothing will follow, for the JVM is told to end: the tests that are running do not come to theirs. */
    void cutOff() {
        over = true;
        running.forEach((key, test) -> {
            if (test.hasBegun()) {
                end(
                        key,
                        Outcome.ABORTED,
                        Failure.because("The JVM was told to end while this test was running."),
                        false);
            } else {
                abandoned(key);
            }
        });
        finishRun(true);
    }

    private void finishRun(boolean cutOff) {
        over = true;
        upcoming.takeAll((thread, test) -> guard.run("what was prepared", () -> giveToRun(thread, test)));
        guard.run("the console output of the run", this::attachConsole);
        guard.run("the configuration of the run", () -> {
            if (begun) {
                configuration.attach(attachments);
            }
        });
        guard.run("the end of the run", () -> {
            if (begun) {
                journal.append(new Event.RunFinished(clock.instant(), cutOff));
                journal.force();
            }
        });
    }

    @Override
    public void planned(List<TestDescription> tests) {
        guard.run("the tests that are planned", () -> {
            for (int from = 0; from < tests.size(); from += PLANNED) {
                begin(clock.instant());
                List<TestDescription> some = tests.subList(from, Math.min(tests.size(), from + PLANNED));
                journal.append(
                        new Event.TestsPlanned(some.stream().map(this::masked).toList()));
            }
        });
    }

    @Override
    public void preparing(String key) {
        guard.run("what is prepared", () -> {
            if (over) {
                return;
            }
            begin(clock.instant());
            running.put(key, new RunningTest(rows.reserve(), newOutput()));
            active.begin(key);
        });
    }

    @Override
    public void abandoned(String key) {
        RunningTest prepared = running.remove(key);
        if (prepared != null) {
            guard.run("what was prepared", () -> {
                active.end(key);
                giveToRun(Thread.currentThread(), prepared);
            });
        }
    }

    @Override
    public void started(String key, TestDescription test, TestCode code) {
        guard.run(test.title(), () -> {
            if (over) {
                return;
            }
            Instant now = clock.instant();
            begin(now);
            RunningTest prepared = running.containsKey(key) ? running.get(key) : upcoming.take();
            RunningTest started =
                    prepared == null ? new RunningTest(rows.next(test.id()), newOutput()) : moved(prepared, test);
            TestDescription shown = masked(test);
            started.begin(shown, wanted(code), now, System.nanoTime());
            running.put(key, started);
            active.begin(key);
            journal.append(
                    new Event.TestStarted(started.place().row(), started.place().attempt(), shown, now));
        });
    }

    @Override
    public void stopped(String key) {
        RunningTest test = running.get(key);
        if (test != null) {
            test.stop(System.nanoTime());
        }
    }

    @Override
    public void finished(String key, Outcome outcome, @Nullable Failure failure) {
        end(key, outcome, failure, false);
    }

    @Override
    public void retried(String key, Failure failure) {
        end(key, Outcome.FAILED, failure, true);
    }

    @Override
    public void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {
        guard.run(test.title(), () -> {
            if (over) {
                return;
            }
            Instant now = clock.instant();
            begin(now);
            RunningTest prepared = upcoming.take();
            if (prepared != null) {
                giveToRun(Thread.currentThread(), prepared);
            }
            Rows.Place place = rows.next(test.id());
            results.add(
                    new Result(place.row(), place.attempt(), masked(test), outcome, now, Duration.ZERO, failure, ""));
        });
    }

    @Override
    public Optional<String> current() {
        return active.current();
    }

    @Override
    public Optional<String> upcoming() {
        return active.owner().ground() == Owner.Ground.NEXT ? Optional.of(upcoming.key()) : Optional.empty();
    }

    @Override
    public void comment(String key, String line) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("a comment", () -> test.comment(masking.mask(line)));
        }
    }

    @Override
    public void output(String key, String text) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("output of " + test.title(), () -> console.add(key, Channel.OUT, text));
        }
    }

    @Override
    public void attach(String key, String fileName, String content, AttachmentType type) {
        guard.run("attachment " + fileName, () -> {
            byte[] masked = masking.mask(content).getBytes(StandardCharsets.UTF_8);
            attach(key, fileName, masked, type);
        });
    }

    @Override
    public void attach(String key, String fileName, byte[] content, AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + fileName, () -> {
                begin(clock.instant());
                attachments.add(test.attaching(), fileName, type, new ByteArrayInputStream(content));
            });
        }
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        RunningTest test = running.get(key);
        if (test != null) {
            guard.run("attachment " + file, () -> {
                begin(clock.instant());
                attachments.add(test.attaching(), file, type, note(test));
            });
        }
    }

    @Override
    public void configuration(String fileName, String content) {
        guard.run("configuration " + fileName, () -> configuration.add(fileName, content));
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

    private void giveToRun(Thread thread, RunningTest prepared) throws IOException {
        int from = prepared.place().row();
        if (prepared.abandon()) {
            journal.append(new Event.EvidenceMoved(from, Attachment.RUN, 1));
        }
        try (ConsoleOutput printed = prepared.output()) {
            console.ended(prepared, file -> attachToRun(file, null));
            console.run().take(thread, printed);
        }
    }

    /** Gives what is prepared the place of the test that it is for: its own row, unless the test has one already. */
    private RunningTest moved(RunningTest prepared, TestDescription test) throws IOException {
        Rows.Place reserved = prepared.place();
        Rows.Place place = rows.next(test.id(), reserved);
        if (!place.equals(reserved)) {
            prepared.move(place);
            journal.append(new Event.EvidenceMoved(reserved.row(), place.row(), place.attempt()));
        }
        return prepared;
    }

    /** A display name may hold an argument, and that a secret. */
    private TestDescription masked(TestDescription test) {
        ReportName report = test.reportName();
        return new TestDescription(
                test.id(),
                masking.mask(test.title()),
                test.tags(),
                new ReportName(report.className(), masking.mask(report.name())));
    }

    private void end(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
        RunningTest test = running.remove(key);
        if (test != null) {
            guard.run(test.title(), () -> {
                active.end(key);
                test.stop(System.nanoTime());
                try (ConsoleOutput printed = test.output()) {
                    console.ended(test, file -> attachments.add(test.attaching(), file, null, note(test)));
                    if (test.isOutputWanted(outcome)) {
                        results.add(test.end(outcome, failure, retried), printed);
                    } else {
                        results.add(test.end(outcome, failure, retried));
                    }
                }
            });
        }
    }

    private When wanted(TestCode code) {
        Output nearest = code.nearest(Output.class);
        return nearest == null ? output : nearest.value();
    }

    private Consumer<String> note(RunningTest test) {
        return sentence -> test.comment(masking.mask(sentence));
    }

    private ConsoleOutput newOutput() {
        Path folder = journal.scratch();
        return new ConsoleOutput(() -> new ConsoleLog(folder, masking));
    }

    private void attachConsole() throws IOException {
        try (ConsoleOutput printed = console.run().end()) {
            if (begun) {
                attachments.add(Rows.Place.RUN, printed);
            }
        }
    }
}
