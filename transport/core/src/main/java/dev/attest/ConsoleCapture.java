package dev.attest;

import dev.attest.capture.Channel;
import dev.attest.capture.OutputSink;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Gives what is printed to the test that printed it, and to the run where that cannot be told. Thread-safe. */
final class ConsoleCapture implements OutputSink {

    /** What becomes of a file that is named in the output. */
    interface Attaching {
        void attach(Path file) throws IOException;
    }

    private final Recorder recorder;
    private final ActiveTests active;
    private final Map<String, RunningTest> running;
    private final Upcoming upcoming;
    private final RunConsole run;
    private final Guard guard;

    /** @param recorder takes the files that are named in the output */
    ConsoleCapture(
            Recorder recorder,
            ActiveTests active,
            Map<String, RunningTest> running,
            Upcoming upcoming,
            ConsoleOutput unowned,
            Guard guard) {
        this.recorder = recorder;
        this.active = active;
        this.running = running;
        this.upcoming = upcoming;
        this.run = new RunConsole(unowned);
        this.guard = guard;
    }

    @Override
    public void printed(Channel channel, String text) {
        guard.run("console output", () -> {
            Owner owner = active.owner();
            switch (owner.ground()) {
                case CERTAIN -> add(owner.key(), channel, text);
                case MAKER -> addInDoubt(owner.key(), channel, text);
                case NEXT -> add(upcoming.key(), channel, text);
                case LEFT_ALONE, NONE -> addToRun(channel, text);
            }
        });
    }

    /** Adds what belongs to a test that runs. */
    void add(String key, Channel channel, String text) {
        RunningTest test = running.get(key);
        if (test == null || !test.output().add(channel, text)) {
            addToRun(channel, text);
        } else {
            test.output().attachments(channel).forEach(path -> named(path, file -> recorder.attach(key, file, null)));
        }
    }

    /** Ends the output of a test, and attaches what its last lines name. */
    void ended(RunningTest test, Attaching attaching) {
        for (InDoubt.Piece piece : test.inDoubt().end()) {
            if (!piece.ofTest() || !test.output().add(piece.channel(), piece.text())) {
                addToRun(piece.thread(), piece.channel(), piece.text());
            }
        }
        test.output().end().forEach(path -> named(path, attaching));
    }

    /** Returns what belongs to no test. */
    RunConsole run() {
        return run;
    }

    private void addInDoubt(String key, Channel channel, String text) {
        RunningTest test = running.get(key);
        if (test == null || !test.inDoubt().add(channel, text)) {
            addToRun(channel, text);
        }
    }

    private void addToRun(Channel channel, String text) {
        addToRun(Thread.currentThread(), channel, text);
    }

    private void addToRun(Thread thread, Channel channel, String text) {
        run.add(thread, channel, text).forEach(path -> named(path, file -> recorder.attachToRun(file, null)));
    }

    private void named(String path, Attaching attaching) {
        guard.run("attachment " + path, () -> {
            try {
                attaching.attach(Path.of(path));
            } catch (InvalidPathException e) {
                // No file of this system can be meant; the line itself stays in the output.
            }
        });
    }
}
