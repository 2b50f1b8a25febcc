package dev.attest.internal.guard;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps what goes wrong in Attest away from the tests: whatever is thrown is counted, the first is logged with its
 * trace, and the test goes on. Thread-safe.
 */
public final class Guard {

    /** What may fail. */
    public interface Action {
        public void run() throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());

    private final AtomicInteger failures = new AtomicInteger();
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    /**
     * Runs the action, none of whose words are those of a test, and swallows what it throws: errors too, for an
     * assertion tool on the user's class path may turn any of them into the outcome of a test.
     *
     * @param what what is recorded, for people
     */
    public void run(String what, Action action) {
        boolean own = OwnOutput.begin();
        try {
            action.run();
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (failures.incrementAndGet() == 1) {
                warn(what, e);
            }
        } finally {
            OwnOutput.end(own);
        }
    }

    private static void warn(String what, Throwable e) {
        try {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Attest could not record " + what + ": " + e
                            + ". The tests go on; the last line counts what was lost.",
                    e);
        } catch (RuntimeException loggerFailed) {
            // A logger of the user's that throws is the user's to mend, and not in a test.
        }
    }

    /** Keeps a sentence for the end of the run. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Returns how many actions failed. */
    public int failures() {
        return failures.get();
    }

    public Iterable<String> notes() {
        return notes;
    }
}
