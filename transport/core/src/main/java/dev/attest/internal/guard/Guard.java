package dev.attest.internal.guard;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Isolates tests from failures in Attest: exceptions are counted, the first is logged with its stack trace, and the
 * test continues. Thread-safe.
 */
public final class Guard {

    /** An action that may fail. */
    public interface Action {
        public void run() throws Exception;
    }

    private static final GuardedLogger LOG = GuardedLogger.of(Guard.class);

    private final AtomicInteger failures = new AtomicInteger();
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    /**
     * Runs the action with console capture suspended. Exceptions do not reach the caller, and the first is logged.
     * Catches errors too, because an assertion library may make any of them the outcome of a test.
     *
     * @param what what is being recorded, for the log message
     */
    public void run(String what, Action action) {
        boolean own = enter();
        try {
            action.run();
        } catch (Throwable e) {
            failed(what, e);
        } finally {
            leave(own);
        }
    }

    /**
     * Suspends console capture, as {@link #run} does, for code that runs so often, or so early, that an action of its
     * own would cost more than its work. Pass what this returns to {@link #leave}, and exceptions to {@link #failed}.
     */
    public boolean enter() {
        try {
            return OwnOutput.begin();
        } catch (Throwable e) {
            return false; // memory is short: the output of the action may be captured
        }
    }

    /** Ends what {@link #enter} began. */
    public void leave(boolean own) {
        try {
            OwnOutput.end(own);
        } catch (Throwable e) {
            // Memory is short for this too.
        }
    }

    /**
     * Counts an exception, and logs the first.
     *
     * @param what what was being recorded, for the log message
     */
    public void failed(String what, Throwable e) {
        try {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (failures.incrementAndGet() == 1) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Attest could not record " + what + ": " + e
                                + ". The tests go on; the last lines count what was lost.",
                        e);
            }
        } catch (Throwable messageFailed) {
            // The text of the exception throws, or memory is short. That must not fail a test.
        }
    }

    /** Adds a message that is printed at the end of the run. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Returns the number of failed actions. */
    public int failures() {
        return failures.get();
    }

    public Iterable<String> notes() {
        return notes;
    }
}
