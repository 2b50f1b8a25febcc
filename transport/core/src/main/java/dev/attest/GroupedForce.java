package dev.attest;

import dev.attest.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forces the journal to the disk each second, so that no test waits for a disk and a power cut costs a second at most. The
 * death of the JVM costs nothing: what was appended is the operating system's by then.
 */
final class GroupedForce implements Closeable {

    private static final System.Logger LOG = System.getLogger(GroupedForce.class.getName());

    private final Journal journal;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "attest-journal");
        daemon.setDaemon(true);
        return daemon;
    });

    private final Future<?> everySecond = thread.scheduleWithFixedDelay(this::force, 1, 1, TimeUnit.SECONDS);

    GroupedForce(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void close() {
        everySecond.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "still forcing " + journal.folder());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void force() {
        try {
            journal.force();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "could not force " + journal.folder(), e);
        }
    }
}
