package dev.attest.internal.recorder;

import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.console.TestOutput;
import dev.attest.internal.console.TestOutputs;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tests that are set up before the framework names them: by fixtures under a key, or by constructors on a thread.
 * Each has a reserved row until then. Thread-safe.
 */
final class PendingTests implements TestOutputs {

    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final RowNumbers rows;
    private final Supplier<ConsoleOutput> output;
    private final TestsUnderConstruction underConstruction;

    /** @param running running and pending tests by key */
    PendingTests(Map<String, RunningTest> running, RunJournal run, RowNumbers rows, Supplier<ConsoleOutput> output) {
        this.running = running;
        this.run = run;
        this.rows = rows;
        this.output = output;
        this.underConstruction = new TestsUnderConstruction(running, this::reserve);
    }

    @Override
    public @Nullable TestOutput of(String key) {
        RunningTest test = running.get(key);
        return test == null ? null : test.output();
    }

    @Override
    public String pendingKey() {
        return underConstruction.key();
    }

    TestsUnderConstruction underConstruction() {
        return underConstruction;
    }

    void begin(String key) throws IOException {
        run.begin();
        running.put(key, reserve());
    }

    /**
     * Returns the test that begins under this key on the calling thread, with everything that was recorded while it was
     * pending.
     */
    RunningTest start(String key, TestDescription test) throws IOException {
        RunningTest byKey = running.get(key);
        RunningTest pending = byKey == null ? underConstruction.take() : byKey;
        return pending == null ? new RunningTest(rows.next(test.id()), output.get()) : assign(pending, test);
    }

    /** Moves what was recorded for a pending test that never began to the run. */
    void giveToRun(Thread thread, @Nullable RunningTest pending, OutputRouter console, TestAttachments files)
            throws IOException {
        if (pending == null) {
            return;
        }
        int from = pending.rowAttempt().row();
        if (pending.abandon()) {
            run.moved(from, RowAttempt.RUN);
        }
        try (ConsoleOutput captured = pending.output().console()) {
            console.ended(pending.output(), file -> files.attachToRun(file, null));
            console.run().take(thread, captured);
        }
    }

    private RunningTest reserve() {
        return new RunningTest(rows.reserve(), output.get());
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
