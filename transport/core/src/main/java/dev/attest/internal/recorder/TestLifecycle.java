package dev.attest.internal.recorder;

import dev.attest.Output;
import dev.attest.When;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes how tests begin and end. It runs for each test, mostly before it is compiled: so there is no lambda that every
 * test needs. Thread-safe.
 */
final class TestLifecycle {

    private final RunJournal run;
    private final Masking masking;
    private final Guard guard;
    private final TestThreads threads;
    private final RowNumbers rows;
    private final Map<String, RunningTest> running;
    private final ResultWriter results;
    private final AttachmentWriter attachments;
    private final PendingTests pending;
    private final OutputRouter console;
    private final MarkedFiles marked;
    private final When output;
    private final Map<TestCode, When> wantedOfCode = new ConcurrentHashMap<>();
    private volatile @Nullable TestObserver observer;

    /**
     * @param running running and pending tests by key
     * @param output attempts whose console output is attached, unless their code overrides it
     */
    TestLifecycle(
            RunJournal run,
            Masking masking,
            Guard guard,
            TestThreads threads,
            RowNumbers rows,
            Map<String, RunningTest> running,
            ResultWriter results,
            AttachmentWriter attachments,
            PendingTests pending,
            OutputRouter console,
            MarkedFiles marked,
            When output) {
        this.run = run;
        this.masking = masking;
        this.guard = guard;
        this.threads = threads;
        this.rows = rows;
        this.running = running;
        this.results = results;
        this.attachments = attachments;
        this.pending = pending;
        this.console = console;
        this.marked = marked;
        this.output = output;
    }

    void observe(TestObserver added) {
        observer = added;
    }

    void attached(String key, String fileName) {
        TestObserver told = observer;
        if (told != null) {
            told.attached(key, fileName);
        }
    }

    /** Aborts the running tests, because the JVM is shutting down. */
    void cutOff() {
        run.close();
        running.forEach((key, test) -> {
            if (test.hasBegun()) {
                RunningTest.Ending ending = test.ending();
                ended(key, ending.outcome(), ending.failure(), false);
            } else {
                abandoned(key);
            }
        });
    }

    void planned(List<TestDescription> tests) {
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

    void preparing(String key) {
        boolean own = guard.enter();
        try {
            if (!run.isClosed()) {
                pending.begin(key);
                threads.begin(key);
            }
        } catch (Throwable e) {
            guard.failed("what is prepared", e);
        } finally {
            guard.leave(own);
        }
    }

    void abandoned(String key) {
        TestObserver told = observer;
        if (told != null) {
            told.abandoned(key);
        }
        RunningTest pendingTest = running.remove(key);
        if (pendingTest == null) {
            return;
        }
        boolean own = guard.enter();
        try {
            threads.end(key);
            pending.giveToRun(threads.thread(), pendingTest, console, marked);
        } catch (Throwable e) {
            guard.failed("what was prepared", e);
        } finally {
            guard.leave(own);
        }
    }

    void abandonUpcoming() {
        boolean own = guard.enter();
        try {
            pending.giveToRun(threads.thread(), pending.takeConstructed(), console, marked);
        } catch (Throwable e) {
            guard.failed("what was prepared", e);
        } finally {
            guard.leave(own);
        }
    }

    void started(String key, TestDescription test, TestCode code) {
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
        started.begin(masked, code, wanted(code), now, threads.stopwatch());
        running.put(key, started);
        threads.begin(key);
        run.started(started.rowAttempt(), masked, now);
    }

    /** Stops the clock of a test. Its result counts if the JVM dies before the test {@linkplain #ended has ended}. */
    void stopped(String key, Outcome outcome, @Nullable Failure failure) {
        RunningTest test = running.get(key);
        if (test == null) {
            return;
        }
        boolean own = guard.enter();
        try {
            if (!run.isClosed()) {
                test.stop(threads.toldNanos(), outcome, failure);
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

    /** @param retried whether the test will run again */
    void ended(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
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
            test.stop(threads.toldNanos());
            conclude(test, outcome, failure, retried);
        } catch (Throwable e) {
            guard.failed(test.title(), e);
        } finally {
            guard.leave(own);
        }
    }

    /** Writes the result of a test that does not run. */
    void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {
        boolean own = guard.enter();
        try {
            if (!run.isClosed()) {
                conclude(test, outcome, failure);
            }
        } catch (Throwable e) {
            guard.failed(test.title(), e);
        } finally {
            guard.leave(own);
        }
    }

    private void conclude(TestDescription test, Outcome outcome, @Nullable Failure failure) throws IOException {
        Instant now = run.begin();
        pending.giveToRun(threads.thread(), pending.takeConstructed(), console, marked);
        RowAttempt next = rows.next(test.id(), null);
        results.add(
                new Result(next.row(), next.attempt(), masked(test), outcome, now, Duration.ZERO, failure, ""),
                threads.isInEvent());
    }

    private void conclude(RunningTest test, Outcome outcome, @Nullable Failure failure, boolean retried)
            throws IOException {
        boolean wanted = test.isOutputWanted(outcome);
        try (ConsoleOutput captured = test.output().console()) {
            if (!wanted) {
                discard(test, captured); // masking it would be for nothing
            }
            console.ended(test.output(), path -> marked.found(test, path));
            for (String sentence : test.leftOut().sentences()) {
                test.comment(sentence);
            }
            Result result = test.end(outcome, failure, retried);
            if (wanted) {
                attach(test, captured);
            }
            results.add(result, threads.isInEvent());
        }
    }

    private void discard(RunningTest test, ConsoleOutput captured) {
        try {
            captured.discard();
        } catch (Throwable e) {
            guard.failed("output of " + test.title(), e);
        }
    }

    private void attach(RunningTest test, ConsoleOutput captured) {
        try {
            attachments.addConsole(test.rowAttempt(), captured);
        } catch (Throwable e) {
            guard.failed("output of " + test.title(), e);
        }
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
}
