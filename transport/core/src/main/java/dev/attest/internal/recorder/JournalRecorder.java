package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Output;
import dev.attest.Target;
import dev.attest.When;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.Channel;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.CallbackLookup;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the events of tests to the journal of this JVM, and nothing before the first one. Thread-safe. */
public final class JournalRecorder implements TestRecorder {

    private final RunJournal run;
    private final Masking masking;
    private final Guard guard;
    private final TestThreads threads;
    private final RowNumbers rows = new RowNumbers();
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final ResultWriter results;
    private final When output;
    private final Map<TestCode, When> wantedOfCode = new ConcurrentHashMap<>();
    private final PendingTests pending;
    private final OutputRouter console;
    private final RunConfiguration configuration;
    private final TestAttachments files;
    private final MarkedFiles marked;
    private final AnnotationLinks links;
    private final RunEnd runEnd;
    private volatile @Nullable TestObserver observer;

    /**
     * @param run creates the run from the time of its first test
     * @param output attempts whose console output is attached, unless their code overrides it
     * @param destinations names of the destinations of the run
     * @param roots folders whose files the output may name
     */
    public JournalRecorder(
            Journal journal,
            Function<Instant, Run> run,
            When output,
            AnnotationLinks links,
            Set<String> destinations,
            AttachmentTypeRules types,
            MarkedFileRoots roots,
            Masking masking,
            Clock clock,
            TestThreads threads,
            Guard guard) {
        this.threads = threads;
        this.run = new RunJournal(journal, run, destinations, clock);
        this.masking = masking;
        this.guard = guard;
        this.attachments = new AttachmentWriter(journal, types, masking);
        this.results = new ResultWriter(journal, attachments, masking, guard);
        this.files = new TestAttachments(running, this.run, attachments, destinations, masking, guard);
        this.links = links;
        this.output = output;
        this.configuration = new RunConfiguration(masking);
        Path folder = journal.temporaryFolder(); // not asked again where a test may have changed its properties
        ConsoleOutput runOutput = new ConsoleOutput(folder, journal.memory(), masking);
        this.pending = new PendingTests(running, this.run, rows, threads, runOutput);
        this.marked = new MarkedFiles(roots, masking, attachments, running, this.run, this::attached);
        this.console = new OutputRouter(marked, threads, pending, runOutput, guard);
        this.runEnd = new RunEnd(journal, this.run, pending, console, configuration, attachments, marked, links, guard);
        if (output == When.NEVER) {
            guard.run("the console output of the run", runOutput::discard);
        }
    }

    /** Sets who is told of running tests. */
    public void observe(TestObserver added) {
        observer = added;
    }

    public OutputSink console() {
        return console;
    }

    public ReportedCount results() {
        return results.reported();
    }

    public AttachmentWriter attachments() {
        return attachments;
    }

    public boolean hasBegun() {
        return run.hasBegun();
    }

    public void finishRun() {
        runEnd.write(false);
    }

    /** Writes the end of the run because the JVM is shutting down. Running tests are aborted. */
    public void cutOff() {
        run.close();
        running.forEach((key, test) -> {
            if (test.hasBegun()) {
                RunningTest.Ending ending = test.ending();
                end(key, ending.outcome(), ending.failure(), false);
            } else {
                abandoned(key);
            }
        });
        runEnd.write(true);
    }

    @Override
    public TestLinks links() {
        return links;
    }

    @Override
    public void planned(List<TestDescription> tests) {
        boolean own = guard.enter();
        try {
            List<TestDescription> masked = new ArrayList<>(tests.size());
            for (TestDescription test : tests) {
                masked.add(masked(test));
            }
            run.planned(masked);
        } catch (Throwable e) {
            guard.failed("the tests that are planned", e);
        } finally {
            guard.leave(own);
        }
    }

    @Override
    public void preparing(String key) {
        record("what is prepared", () -> {
            pending.begin(key);
            threads.begin(key);
        });
    }

    @Override
    public void abandoned(String key) {
        TestObserver told = observer;
        if (told != null) {
            told.abandoned(key);
        }
        RunningTest pendingTest = running.remove(key);
        if (pendingTest != null) {
            guard.run("what was prepared", () -> {
                threads.end(key);
                pending.giveToRun(threads.thread(), pendingTest, console, marked);
            });
        }
    }

    @Override
    public void started(String key, TestDescription test, TestCode code) {
        boolean own = guard.enter();
        try {
            if (!run.isClosed()) {
                begin(key, test, code);
            }
        } catch (Throwable e) {
            guard.failed(test.title(), e);
        } finally {
            guard.leave(own);
        }
    }

    private void begin(String key, TestDescription test, TestCode code) throws IOException {
        Instant now = run.begin();
        RunningTest started = pending.start(key, test);
        TestDescription masked = masked(test);
        started.begin(masked, code, wanted(code), now, System.nanoTime());
        running.put(key, started);
        threads.begin(key);
        run.started(started.rowAttempt(), masked, now);
    }

    @Override
    public void stopped(String key, Outcome outcome, @Nullable Failure failure) {
        RunningTest test = running.get(key);
        if (test == null) {
            return;
        }
        boolean own = guard.enter();
        try {
            if (!run.isClosed()) {
                test.stop(System.nanoTime(), outcome, failure);
                results.stopped(test.end(outcome, failure, false));
            }
        } catch (Throwable e) {
            guard.failed(test.title(), e);
        } finally {
            guard.leave(own);
        }
        TestObserver told = observer;
        if (told != null) {
            told.stopped(key, test.code(), outcome);
        }
    }

    @Override
    public void detached(String key, Outcome outcome, @Nullable Failure failure) {
        stopped(key, outcome, failure);
        threads.end(key);
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
        record(test.title(), () -> {
            Instant now = run.begin();
            RunningTest constructed = pending.takeConstructed();
            pending.giveToRun(threads.thread(), constructed, console, marked);
            RowAttempt next = rows.next(test.id(), null);
            results.add(
                    new Result(next.row(), next.attempt(), masked(test), outcome, now, Duration.ZERO, failure, ""),
                    threads.isInEvent());
        });
    }

    @Override
    public @Nullable String current() {
        return threads.current();
    }

    @Override
    public void addLookup(CallbackLookup lookup) {
        threads.add(lookup);
    }

    @Override
    public void removeLookup(CallbackLookup lookup) {
        threads.remove(lookup);
    }

    @Override
    public boolean isRunning(String container) {
        return threads.isRunning(container);
    }

    @Override
    public @Nullable String upcoming() {
        if (!threads.isNext()) {
            return null;
        }
        AtomicReference<@Nullable String> key = new AtomicReference<>();
        threads.apart(() -> key.set(pending.pendingKey()));
        return key.get();
    }

    @Override
    public void abandonUpcoming() {
        guard.run(
                "what was prepared",
                () -> pending.giveToRun(threads.thread(), pending.takeConstructed(), console, marked));
    }

    @Override
    public void apart(Runnable event) {
        threads.apart(new OneWrite(event));
    }

    /**
     * An event at whose end everything is in the journal: the end of a test and the start of the next are one write.
     */
    private final class OneWrite implements Runnable {

        private final Runnable event;

        OneWrite(Runnable event) {
            this.event = event;
        }

        @Override
        public void run() {
            try {
                event.run();
            } finally {
                results.writeHeld();
            }
        }
    }

    @Override
    public Thread thread() {
        return threads.thread();
    }

    @Override
    public boolean isSerial() {
        return threads.isSerial();
    }

    @Override
    public void comment(String key, String line) {
        RunningTest test = running.get(key);
        if (test == null) {
            return;
        }
        boolean own = guard.enter();
        try {
            test.comment(masking.mask(line));
        } catch (Throwable e) {
            guard.failed("a comment", e);
        } finally {
            guard.leave(own);
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
        attached(key, fileName);
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        files.attach(key, file, type);
        attached(key, String.valueOf(file));
    }

    @Override
    public void attachTo(Target target, @Nullable String key, Path file, String comment) {
        files.attachTo(target, key, file, comment);
    }

    @Override
    public void configuration(String fileName, String content) {
        guard.run("configuration " + fileName, () -> configuration.add(fileName, content));
    }

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {
        files.attachToRun(file, type);
    }

    private void attached(String key, String fileName) {
        TestObserver told = observer;
        if (told != null) {
            told.attached(key, fileName);
        }
    }

    private void record(String what, Guard.Action action) {
        guard.run(what, () -> {
            if (!run.isClosed()) {
                action.run();
            }
        });
    }

    /** Returns the attempts whose output is attached. The annotations of a method are read once. */
    private When wanted(TestCode code) {
        When known = wantedOfCode.get(code);
        if (known == null) {
            Output nearest = code.nearest(Output.class);
            known = nearest == null ? output : nearest.value();
            wantedOfCode.put(code, known);
        }
        return known;
    }

    /** Masks the names of a test: a display name may contain an argument with a secret. */
    private TestDescription masked(TestDescription test) {
        String title = masking.mask(test.title());
        String name = masking.mask(test.reportName().name());
        if (title.equals(test.title()) && name.equals(test.reportName().name())) {
            return test;
        }
        ReportName report = new ReportName(test.reportName().className(), name);
        return new TestDescription(test.id(), title, test.tags(), report, test.links());
    }

    private void end(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
        TestObserver told = observer;
        RunningTest known = running.get(key);
        if (told != null && known != null) {
            told.ending(key, known.code(), outcome);
        }
        RunningTest test = running.remove(key);
        if (test == null) {
            return;
        }
        boolean own = guard.enter();
        try {
            threads.end(key);
            test.stop(System.nanoTime());
            conclude(test, outcome, failure, retried);
        } catch (Throwable e) {
            guard.failed(test.title(), e);
        } finally {
            guard.leave(own);
        }
    }

    private void conclude(RunningTest test, Outcome outcome, @Nullable Failure failure, boolean retried)
            throws IOException {
        boolean wanted = test.isOutputWanted(outcome);
        try (ConsoleOutput output = test.output().console()) {
            if (!wanted) {
                guard.run("output of " + test.title(), output::discard); // masking it would be for nothing
            }
            console.ended(test.output(), path -> marked.found(test, path));
            for (String sentence : test.leftOut().sentences()) {
                test.comment(sentence);
            }
            Result result = test.end(outcome, failure, retried);
            if (wanted) {
                guard.run("output of " + test.title(), () -> attachments.addConsole(test.rowAttempt(), output));
            }
            results.add(result, threads.isInEvent());
        }
    }
}
