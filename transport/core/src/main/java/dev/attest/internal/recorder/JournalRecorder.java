package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.When;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.console.Channel;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.summary.TestTally;
import dev.attest.spi.CallbackLookup;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
    private final ResultWriter results;
    private final PendingTests pending;
    private final OutputRouter console;
    private final RunConfiguration configuration;
    private final TestAttachments files;
    private final AnnotationLinks links;
    private final RunEnd runEnd;
    private final TestLifecycle tests;

    /**
     * @param run creates the run from the time of its first test
     * @param output attempts whose console output is attached, unless their code overrides it
     * @param destinations names of the destinations of the run
     * @param roots folders whose files the output may name
     * @param known failures that people know
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
            KnownFailures known,
            Guard guard) {
        this.threads = threads;
        this.run = new RunJournal(journal, run, destinations, clock);
        this.masking = masking;
        this.guard = guard;
        this.attachments = new AttachmentWriter(journal, types, masking);
        this.results = new ResultWriter(journal, attachments, masking, known, guard);
        this.files = new TestAttachments(running, this.run, attachments, destinations, masking, guard);
        this.links = links;
        this.configuration = new RunConfiguration(masking);
        Path folder = journal.temporaryFolder(); // not asked again where a test may have changed its properties
        ConsoleOutput runOutput = new ConsoleOutput(folder, journal.memory(), masking);
        RowNumbers rows = new RowNumbers();
        this.pending = new PendingTests(running, this.run, rows, threads, runOutput);
        MarkedFiles marked = new MarkedFiles(roots, masking, attachments, running, this.run, this::attached);
        this.console = new OutputRouter(marked, threads, pending, runOutput, guard);
        this.runEnd = new RunEnd(journal, this.run, pending, console, configuration, attachments, marked, links, guard);
        this.tests = new TestLifecycle(
                this.run,
                masking,
                guard,
                threads,
                rows,
                running,
                results,
                attachments,
                pending,
                console,
                marked,
                output);
        if (output == When.NEVER) {
            guard.run("the console output of the run", runOutput::discard);
        }
    }

    /** Adds the settings that are in effect to the configuration of the run. */
    public void configuration(List<SettingValue> settings) {
        guard.run("the settings", () -> configuration.add(settings));
    }

    /** Sets who is told of running tests. */
    public void observe(TestObserver added) {
        tests.observe(added);
    }

    public OutputSink console() {
        return console;
    }

    public TestTally tally() {
        return results.tally();
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
        tests.cutOff();
        runEnd.write(true);
    }

    @Override
    public TestLinks links() {
        return links;
    }

    @Override
    public void planned(List<TestDescription> tests) {
        this.tests.planned(tests);
    }

    @Override
    public void preparing(String key) {
        tests.preparing(key);
    }

    @Override
    public void abandoned(String key) {
        tests.abandoned(key);
    }

    @Override
    public void started(String key, TestDescription test, TestCode code) {
        tests.started(key, test, code);
    }

    @Override
    public void stopped(String key, Outcome outcome, @Nullable Failure failure) {
        tests.stopped(key, outcome, failure);
    }

    @Override
    public void detached(String key, Outcome outcome, @Nullable Failure failure) {
        tests.stopped(key, outcome, failure);
        threads.end(key);
    }

    @Override
    public void finished(String key, Outcome outcome, @Nullable Failure failure) {
        tests.ended(key, outcome, failure, false);
    }

    @Override
    public void retried(String key, Failure failure) {
        tests.ended(key, Outcome.FAILED, failure, true);
    }

    @Override
    public void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {
        tests.concluded(test, outcome, failure);
    }

    @Override
    public @Nullable String current() {
        return threads.current();
    }

    @Override
    public @Nullable String innermost() {
        return threads.innermost();
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
        tests.abandonUpcoming();
    }

    /**
     * At the end of an event everything is in the journal: the end of a test and the start of the next are one write.
     */
    @Override
    public void apart(Runnable event) {
        if (threads.runsElsewhere()) {
            threads.apart(new OneWrite(event));
            return;
        }
        // Calls the event itself: the JVM compiles each method between them with all that is below it.
        boolean outermost = threads.enterEvent();
        try {
            try {
                event.run();
            } finally {
                results.writeHeld();
            }
        } finally {
            if (outermost) {
                threads.leaveEvent(); // also if the stack is too deep to write
            }
        }
    }

    /** An event that another thread runs. */
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
        tests.attached(key, fileName);
    }
}
