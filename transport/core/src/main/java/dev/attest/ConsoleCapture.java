package dev.attest;

import dev.attest.capture.Channel;
import dev.attest.capture.OutputSink;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives what is printed to the test that printed it, and to the run where that cannot be told. Thread-safe. */
final class ConsoleCapture implements OutputSink {

    /** What becomes of a file that is named in the output. */
    interface Attaching {
        void attach(Path file) throws IOException;
    }

    private record Piece(Channel channel, String text) {}

    /** How much a thread may print before the test begins that it prepares. */
    private static final int LONGEST_WAIT = 64 * 1024;

    private final Recorder recorder;
    private final ActiveTests active;
    private final Map<String, RunningTest> running;
    private final RunConsole run;
    private final Guard guard;

    @SuppressWarnings("ThreadLocalUsage") // one for each recording
    private final ThreadLocal<List<Piece>> waiting = ThreadLocal.withInitial(ArrayList::new);

    /** @param recorder takes the files that are named in the output */
    ConsoleCapture(
            Recorder recorder,
            ActiveTests active,
            Map<String, RunningTest> running,
            ConsoleOutput unowned,
            Guard guard) {
        this.recorder = recorder;
        this.active = active;
        this.running = running;
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
                case NEXT -> keepForNext(new Piece(channel, text));
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

    /** Gives a test what its thread printed while its instance was made. */
    void began(String key) {
        takeWaiting().forEach(piece -> add(key, piece.channel(), piece.text()));
    }

    /** Gives the run what this thread printed for a test that never began. */
    void beganNot() {
        takeWaiting().forEach(piece -> addToRun(piece.channel(), piece.text()));
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

    private void keepForNext(Piece piece) {
        List<Piece> pieces = waiting.get();
        int length = pieces.stream().mapToInt(each -> each.text().length()).sum();
        if (length + piece.text().length() > LONGEST_WAIT) {
            addToRun(piece.channel(), piece.text());
        } else {
            pieces.add(piece);
        }
    }

    private List<Piece> takeWaiting() {
        List<Piece> pieces = waiting.get();
        waiting.remove();
        return pieces;
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
