package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forces a journal to the disk each second, in a thread of its own. So no test waits for the disk, and a power cut
 * loses the last second at most. The death of the JVM loses nothing: the operating system already has what was
 * appended.
 */
public final class JournalSyncer implements Closeable {

    private static final GuardedLogger LOG = GuardedLogger.of(JournalSyncer.class);

    private final Journal journal;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "attest-journal");
        daemon.setDaemon(true);
        return daemon;
    });

    private final Future<?> everySecond = thread.scheduleWithFixedDelay(this::force, 1, 1, TimeUnit.SECONDS);

    /** Starts. The journal stays the caller's to close, after this. */
    public JournalSyncer(Journal journal) {
        this.journal = journal;
    }

    /** Stops, and waits up to a second for a force that is under way. */
    @Override
    public void close() {
        everySecond.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.log(Level.DEBUG, "still forcing " + journal.folder());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void force() {
        try {
            journal.force();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "could not force " + journal.folder(), e);
        }
    }
}
