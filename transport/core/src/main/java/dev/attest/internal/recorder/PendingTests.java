package dev.attest.internal.recorder;

import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.console.OutputRouter.TestOutput;
import dev.attest.internal.console.OutputRouter.TestOutputs;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The tests that are set up before the framework names them: by fixtures under a key, or by constructors on a thread,
 * as JUnit creates the instance first. Each has a reserved row until the test begins. Thread-safe.
 */
final class PendingTests implements TestOutputs {

    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final RowNumbers rows;
    private final TestThreads threads;
    private final ConsoleOutput output;
    private final Map<Thread, String> underConstruction = new ConcurrentHashMap<>();
    private final AtomicInteger constructions = new AtomicInteger();

    /**
     * @param running running and pending tests by key
     * @param output of the run; the outputs of tests have the same folder
     */
    PendingTests(
            Map<String, RunningTest> running,
            RunJournal run,
            RowNumbers rows,
            TestThreads threads,
            ConsoleOutput output) {
        this.running = running;
        this.run = run;
        this.rows = rows;
        this.threads = threads;
        this.output = output;
    }

    @Override
    public @Nullable TestOutput of(String key) {
        RunningTest test = running.get(key);
        return test == null ? null : test.output();
    }

    @Override
    public String pendingKey() {
        return underConstruction.computeIfAbsent(threads.thread(), thread -> {
            String key = "upcoming-" + constructions.incrementAndGet();
            running.put(key, reserve());
            return key;
        });
    }

    /** Removes and returns the test whose instance was created on the calling thread, or null. */
    @Nullable
    RunningTest takeConstructed() {
        String key = underConstruction.remove(threads.thread());
        return key == null ? null : running.remove(key);
    }

    void begin(String key) throws IOException {
        run.begin();
        running.put(key, reserve());
    }

    /** Returns the test that begins on the calling thread, with what was recorded while it was pending. */
    RunningTest start(String key, TestDescription test) throws IOException {
        RunningTest byKey = running.get(key);
        RunningTest pending = byKey == null ? takeConstructed() : byKey;
        return pending == null ? new RunningTest(rows.next(test.id(), null), output.another()) : assign(pending, test);
    }

    /** Moves what was recorded for a pending test that never began to the run. */
    void giveToRun(Thread thread, @Nullable RunningTest pending, OutputRouter console, MarkedFiles marked)
            throws IOException {
        if (pending == null) {
            return;
        }
        int from = pending.rowAttempt().row();
        if (pending.abandon()) {
            run.moved(from, RowAttempt.RUN);
        }
        try (ConsoleOutput captured = pending.output().console()) {
            console.ended(pending.output(), marked::foundInRun);
            console.run().take(thread, captured);
        }
    }

    /** Moves what was recorded in constructors that no test followed to the run. */
    void giveAllToRun(OutputRouter console, MarkedFiles marked, Guard guard) {
        underConstruction.forEach((thread, key) ->
                guard.run("what was prepared", () -> giveToRun(thread, running.remove(key), console, marked)));
        underConstruction.clear();
    }

    private RunningTest reserve() {
        return new RunningTest(rows.reserve(), output.another());
    }

    /** Assigns the pending test to its row: the reserved one, unless the test has a row already. */
    private RunningTest assign(RunningTest pending, TestDescription test) throws IOException {
        RowAttempt reserved = pending.rowAttempt();
        RowAttempt rowAttempt = rows.next(test.id(), reserved);
        if (!rowAttempt.equals(reserved)) {
            pending.moveTo(rowAttempt);
            run.moved(reserved.row(), rowAttempt);
        }
        return pending;
    }
}
