package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import java.io.Closeable;
import java.lang.System.Logger.Level;

/**
 * Forces a journal to the disk each second, in a thread of its own. So no test waits for the disk, and a power cut
 * loses the last second at most. The death of the JVM loses nothing: the operating system already has what was
 * appended.
 *
 * <p>No failure ends the thread, not even a lack of memory. It waits with a monitor, which takes none.
 */
public final class JournalSyncer implements Closeable {

    private static final GuardedLogger LOG = GuardedLogger.of(JournalSyncer.class);

    private static final long EACH_MILLIS = 1000;

    private final Journal journal;
    private final Thread thread;
    private boolean closed;
    private boolean warned;

    /** Starts. The journal stays the caller's to close, after this. */
    public JournalSyncer(Journal journal) {
        this.journal = journal;
        this.thread = new Thread(null, this::work, "attest-journal", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops, and waits up to a second for a force that is under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(EACH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.log(Level.DEBUG, "still forcing " + journal.folder());
        }
    }

    private void work() {
        while (isOpenAfterAWhile()) {
            try {
                journal.force();
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    private synchronized boolean isOpenAfterAWhile() {
        long began = System.nanoTime();
        long left = EACH_MILLIS;
        while (!closed && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                // Only close() ends this thread.
            }
            left = EACH_MILLIS - (System.nanoTime() - began) / 1_000_000;
        }
        return !closed;
    }

    /** A full disk is no news: the journal goes on in memory. */
    private void failed(Throwable cause) {
        try {
            boolean isNews = cause instanceof Error && !warned;
            warned |= isNews;
            LOG.log(isNews ? Level.WARNING : Level.DEBUG, "could not force " + journal.folder(), cause);
        } catch (Throwable e) {
            // Memory is short for this too.
        }
    }
}
