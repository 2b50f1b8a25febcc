package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.When;
import dev.attest.internal.attribution.Attribution;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.Channel;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is reported to the journal of this JVM. The run itself begins with the first test, so that a JVM that
 * only looks for tests leaves nothing behind.
 */
public final class JournalRecorder implements TestRecorder {

    private static final Failure CUT_OFF = Failure.because("The JVM was told to end while this test was running.");

    private final RunJournal run;
    private final Masking masking;
    private final Guard guard;
    private final TestThreads active = new TestThreads();
    private final RowNumbers rows = new RowNumbers();
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final ResultWriter results;
    private final ConsoleOutputs outputs;
    private final PendingTests preparations;
    private final OutputRouter console;
    private final RunConfiguration configuration;
    private final TestAttachments files;
    private final TargetAttachments placedFiles;
    private final AnnotationLinks linking;
    private final RunEnd runEnd;

    /**
     * Makes a recorder; nothing is written before the first test.
     *
     * @param run makes the run, from the moment of its first test
     * @param output for which attempts the console output is attached, unless their code says otherwise
     * @param linking finds what tests belong to
     * @param destinations names of those that are set
     * @param types of files
     * @param masking of all text
     * @param guard takes what goes wrong
     */
    public JournalRecorder(
            Journal journal,
            Function<Instant, Run> run,
            When output,
            AnnotationLinks linking,
            Set<String> destinations,
            AttachmentTypeRules types,
            Masking masking,
            Clock clock,
            Guard guard) {
        this.run = new RunJournal(journal, run, destinations, clock);
        this.masking = masking;
        this.guard = guard;
        this.attachments = new AttachmentWriter(journal, types);
        this.results = new ResultWriter(journal, attachments, masking, guard);
        this.files = new TestAttachments(running, this.run, attachments, masking, guard);
        this.placedFiles = new TargetAttachments(running, this.run, attachments, destinations, masking, guard);
        this.linking = linking;
        this.outputs = new ConsoleOutputs(output, journal.temporaryFolder(), masking);
        this.configuration = new RunConfiguration(masking);
        ConsoleOutput unowned = outputs.create();
        this.preparations = new PendingTests(running, this.run, rows, outputs::create);
        this.console = new OutputRouter(this, active, preparations, unowned, guard);
        this.runEnd =
                new RunEnd(journal, this.run, preparations, console, configuration, attachments, files, linking, guard);
        if (output == When.NEVER) {
            guard.run("the console output of the run", unowned::discard);
        }
    }

    /** Returns what takes all that is printed in this JVM. */
    public OutputSink console() {
        return console;
    }

    /** Returns how many results were reported, and how many of them could not be written down. */
    public ReportedCount results() {
        return results.reported();
    }

    /** Returns what writes attachments to the journal, and counts them. */
    public AttachmentWriter attachments() {
        return attachments;
    }

    /** Returns whether there was any test at all. */
    public boolean hasBegun() {
        return run.hasBegun();
    }

    /** Writes down that nothing will follow. */
    public void finishRun() {
        runEnd.write(false);
    }

    /**
     * Writes down that nothing will follow, for the JVM is told to end: the tests that are running do not come to
     * theirs.
     */
    public void cutOff() {
        run.close();
        running.forEach((key, test) -> {
            if (test.hasBegun()) {
                end(key, Outcome.ABORTED, CUT_OFF, false);
            } else {
                abandoned(key);
            }
        });
        runEnd.write(true);
    }

    @Override
    public TestLinks links() {
        return linking;
    }

    @Override
    public void planned(List<TestDescription> tests) {
        guard.run(
                "the tests that are planned",
                () -> run.planned(tests.stream().map(this::masked).toList()));
    }

    @Override
    public void preparing(String key) {
        guard.run("what is prepared", () -> {
            if (run.isOver()) {
                return;
            }
            preparations.begin(key);
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
            if (run.isOver()) {
                return;
            }
            Instant now = run.begin();
            RunningTest started = preparations.test(key, test);
            TestDescription shown = masked(test);
            started.begin(shown, outputs.wanted(code), now, System.nanoTime());
            running.put(key, started);
            active.begin(key);
            run.started(started.place(), shown, now);
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
            if (run.isOver()) {
                return;
            }
            Instant now = run.begin();
            giveToRun(Thread.currentThread(), preparations.upcoming().take());
            RowAttempt place = rows.next(test.id());
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
        return active.owner().certainty() == Attribution.Certainty.NEXT
                ? Optional.of(preparations.upcoming().key())
                : Optional.empty();
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
    public void attach(String key, String fileName, String content, @Nullable AttachmentType type) {
        files.attach(key, fileName, content, type);
    }

    @Override
    public void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type) {
        files.attach(key, fileName, content, type);
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        files.attach(key, file, type);
    }

    @Override
    public void attachTo(Target target, @Nullable String key, Path file, String comment) {
        placedFiles.attach(target, key, file, comment);
    }

    @Override
    public void configuration(String fileName, String content) {
        guard.run("configuration " + fileName, () -> configuration.add(fileName, content));
    }

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {
        files.attachToRun(file, type);
    }

    private void giveToRun(Thread thread, @Nullable RunningTest prepared) throws IOException {
        preparations.giveToRun(thread, prepared, console, files);
    }

    /** A display name may hold an argument, and that a secret. */
    private TestDescription masked(TestDescription test) {
        return test.renamed(masking::mask);
    }

    private void end(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
        RunningTest test = running.remove(key);
        if (test != null) {
            guard.run(test.title(), () -> {
                active.end(key);
                test.stop(System.nanoTime());
                try (ConsoleOutput printed = test.output().console()) {
                    console.ended(
                            test.output(), file -> attachments.add(test.attaching(), file, null, files.note(test)));
                    Result result = test.end(outcome, failure, retried);
                    if (test.isOutputWanted(outcome)) {
                        results.addOutput(result, printed);
                    }
                    results.add(result);
                }
            });
        }
    }
}
