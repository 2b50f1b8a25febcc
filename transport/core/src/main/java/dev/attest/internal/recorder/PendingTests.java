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
 * What is set up before it is known for which test: by fixtures that the framework tells of, under a key, and by the
 * constructors of tests, on a thread. It has a row of its own until then. Thread-safe.
 */
final class PendingTests implements TestOutputs {

    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final RowNumbers rows;
    private final Supplier<ConsoleOutput> output;
    private final TestsUnderConstruction upcoming;

    /** @param running where tests, and what is prepared, are found by their keys */
    PendingTests(Map<String, RunningTest> running, RunJournal run, RowNumbers rows, Supplier<ConsoleOutput> output) {
        this.running = running;
        this.run = run;
        this.rows = rows;
        this.output = output;
        this.upcoming = new TestsUnderConstruction(running, this::make);
    }

    @Override
    public @Nullable TestOutput of(String key) {
        RunningTest test = running.get(key);
        return test == null ? null : test.output();
    }

    @Override
    public String pendingKey() {
        return upcoming.key();
    }

    /** Returns the tests whose instances are being made. */
    TestsUnderConstruction upcoming() {
        return upcoming;
    }

    void begin(String key) throws IOException {
        run.begin();
        running.put(key, make());
    }

    /** Returns the test that begins under this key on the calling thread, with all that was prepared for it. */
    RunningTest test(String key, TestDescription test) throws IOException {
        RunningTest known = running.get(key);
        RunningTest prepared = known == null ? upcoming.take() : known;
        return prepared == null ? new RunningTest(rows.next(test.id()), output.get()) : moved(prepared, test);
    }

    /** Gives what was for no test to the run. */
    void giveToRun(Thread thread, @Nullable RunningTest prepared, OutputRouter console, TestAttachments files)
            throws IOException {
        if (prepared == null) {
            return;
        }
        int from = prepared.place().row();
        if (prepared.abandon()) {
            run.movedToRun(from);
        }
        try (ConsoleOutput printed = prepared.output().console()) {
            console.ended(prepared.output(), file -> files.attachToRun(file, null));
            console.run().take(thread, printed);
        }
    }

    private RunningTest make() {
        return new RunningTest(rows.reserve(), output.get());
    }

    /** Gives what is prepared the place of the test that it is for: its own row, unless the test has one already. */
    private RunningTest moved(RunningTest prepared, TestDescription test) throws IOException {
        RowAttempt reserved = prepared.place();
        RowAttempt place = rows.next(test.id(), reserved);
        if (!place.equals(reserved)) {
            prepared.move(place);
            run.moved(reserved.row(), place);
        }
        return prepared;
    }
}
