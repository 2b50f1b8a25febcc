package dev.attest.internal.console;

import dev.attest.internal.attribution.Attribution;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.guard.Guard;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Adds output to the test that printed it, or to the run if that test is unknown. Thread-safe. */
public final class OutputRouter implements OutputSink {

    /** Attaches a file that the output names, or says why not. */
    public interface Attaching {
        void attach(String path) throws IOException;
    }

    /** Gets the files that the output of a running test, or of none, names. Thread-safe. */
    public interface AttachmentMarks {

        void found(String key, String path) throws IOException;

        void foundInRun(String path) throws IOException;
    }

    /**
     * The output of one attempt at a test.
     *
     * @param console output that is certainly its own
     * @param unattributed output that may be its own
     */
    public record TestOutput(ConsoleOutput console, UnattributedOutput unattributed) {

        public TestOutput(ConsoleOutput console) {
            this(console, new UnattributedOutput());
        }
    }

    /** Finds the output of running tests. Thread-safe. */
    public interface TestOutputs {

        /** Returns the output of a running test; null if no running test has this key. */
        @Nullable
        TestOutput of(String key);

        /** Returns the key of the test whose instance the calling thread is creating. */
        String pendingKey();
    }

    private final AttachmentMarks marks;
    private final TestThreads active;
    private final TestOutputs outputs;
    private final RunOutput run;
    private final Guard guard;

    /** @param unowned gets the output of no test */
    public OutputRouter(
            AttachmentMarks marks, TestThreads active, TestOutputs outputs, ConsoleOutput unowned, Guard guard) {
        this.marks = marks;
        this.active = active;
        this.outputs = outputs;
        this.run = new RunOutput(unowned);
        this.guard = guard;
    }

    /** Finds the test that printed a text. It runs on the thread that printed it. */
    private final class Printed implements Guard.Action {

        private final Channel channel;
        private final String text;

        Printed(Channel channel, String text) {
            this.channel = channel;
            this.text = text;
        }

        @Override
        public void run() {
            Attribution owner = owner();
            if (owner.certainty() == Attribution.Certainty.CERTAIN) {
                add(owner.key(), channel, text);
            } else if (active.hostsTests()) {
                active.apart(new OfNoRunningTest(owner, channel, text));
            } else {
                place(owner, channel, text);
            }
        }

        private Attribution owner() {
            try {
                return active.owner();
            } catch (Throwable e) {
                return Attribution.NONE; // the test mocks what reads the stack, or memory is short
            }
        }
    }

    private final class OfNoRunningTest implements Runnable {

        private final Attribution owner;
        private final Channel channel;
        private final String text;

        OfNoRunningTest(Attribution owner, Channel channel, String text) {
            this.owner = owner;
            this.channel = channel;
            this.text = text;
        }

        @Override
        public void run() {
            place(owner, channel, text);
        }
    }

    /** Masks and keeps what a test has printed, and attaches the files that it names. */
    private final class Reading implements Runnable {

        private final String key;
        private final ConsoleLog log;

        Reading(String key, ConsoleLog log) {
            this.key = key;
            this.log = log;
        }

        @Override
        public void run() {
            for (String path : log.attachments()) {
                attachNamed(path, each -> marks.found(key, each));
            }
        }
    }

    @Override
    public void printed(Channel channel, String text) {
        guard.run("console output", new Printed(channel, text));
    }

    /** Adds output of a running test. */
    public void add(String key, Channel channel, String text) {
        TestOutput output = outputs.of(key);
        if (output == null || !output.console().log(channel).add(text)) {
            addToRun(active.thread(), channel, text);
        } else if (output.console().log(channel).isToBeRead()) {
            active.apart(new Reading(key, output.console().log(channel)));
        }
    }

    /** Ends the output of a test and attaches the files that its last lines name. */
    public void ended(TestOutput output, Attaching attaching) {
        for (UnattributedOutput.Piece piece : output.unattributed().end()) {
            if (!piece.ofTest() || !output.console().log(piece.channel()).add(piece.text())) {
                addToRun(piece.thread(), piece.channel(), piece.text());
            }
        }
        for (String path : output.console().end()) {
            attachNamed(path, attaching);
        }
    }

    /** Returns the output of no test. */
    public RunOutput run() {
        return run;
    }

    private void place(Attribution owner, Channel channel, String text) {
        switch (owner.certainty()) {
            case CERTAIN -> add(owner.key(), channel, text);
            case MAKER -> addUnattributed(owner.key(), channel, text);
            case NEXT -> add(outputs.pendingKey(), channel, text);
            case LEFT_ALONE, NONE -> addToRun(active.thread(), channel, text);
        }
    }

    private void addUnattributed(String key, Channel channel, String text) {
        TestOutput output = outputs.of(key);
        if (output == null || !output.unattributed().add(active.thread(), channel, text)) {
            addToRun(active.thread(), channel, text);
        }
    }

    private void addToRun(Thread thread, Channel channel, String text) {
        for (String path : run.add(thread, channel, text)) {
            attachNamed(path, marks::foundInRun);
        }
    }

    private void attachNamed(String path, Attaching attaching) {
        guard.run("attachment " + path, () -> attaching.attach(path));
    }
}
