package dev.attest;

import dev.attest.capture.Channel;
import dev.attest.capture.OutputSink;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Gives what is printed to the test that printed it, and to the run where that cannot be told. Thread-safe. */
final class ConsoleCapture implements OutputSink {

    /** What becomes of a file that is named in the output. */
    interface Attaching {
        void attach(Path file) throws IOException;
    }

    private final TestEvidence evidence;
    private final ActiveTests active;
    private final TestOutputs outputs;
    private final RunConsole run;
    private final Guard guard;

    /**
     * @param evidence takes the files that the output names
     * @param unowned takes what belongs to no test
     */
    ConsoleCapture(TestEvidence evidence, ActiveTests active, TestOutputs outputs, ConsoleOutput unowned, Guard guard) {
        this.evidence = evidence;
        this.active = active;
        this.outputs = outputs;
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
                case NEXT -> add(outputs.pendingKey(), channel, text);
                case LEFT_ALONE, NONE -> addToRun(channel, text);
            }
        });
    }

    /** Adds what belongs to a test that runs. */
    void add(String key, Channel channel, String text) {
        TestOutput output = outputs.of(key);
        if (output == null || !output.console().add(channel, text)) {
            addToRun(channel, text);
        } else {
            output.console()
                    .attachments(channel)
                    .forEach(path -> named(path, file -> evidence.attach(key, file, null)));
        }
    }

    /** Ends the output of a test, and attaches what its last lines name. */
    void ended(TestOutput output, Attaching attaching) {
        for (InDoubt.Piece piece : output.unattributed().end()) {
            if (!piece.ofTest() || !output.console().add(piece.channel(), piece.text())) {
                addToRun(piece.thread(), piece.channel(), piece.text());
            }
        }
        output.console().end().forEach(path -> named(path, attaching));
    }

    /** Returns what belongs to no test. */
    RunConsole run() {
        return run;
    }

    private void addInDoubt(String key, Channel channel, String text) {
        TestOutput output = outputs.of(key);
        if (output == null || !output.unattributed().add(channel, text)) {
            addToRun(channel, text);
        }
    }

    private void addToRun(Channel channel, String text) {
        addToRun(Thread.currentThread(), channel, text);
    }

    private void addToRun(Thread thread, Channel channel, String text) {
        run.add(thread, channel, text).forEach(path -> named(path, file -> evidence.attachToRun(file, null)));
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
