package dev.attest.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Delivers journals that others left behind to one destination, with no run of its own. Has one daemon thread, and a few
 * more while attachments travel. Thread-safe; serves once.
 */
final class Redelivery {

    /** Who waits for a service that does not answer at all wants to know before long. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String TOO_LONG = "The time for it was over; the next replay goes on from here.";

    private final Destination destination;
    private final Pace pace;
    private final Gate gate;
    private final Uploads uploads;
    private final Recoveries recoveries;
    private final ReplayNotes notes;
    private final Thread thread;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private volatile Progress current = Progress.none();
    private volatile boolean stopped;

    /** Makes one that has not started. */
    Redelivery(Outlet outlet, Adoptions adoptions, ReplayNotes notes, Consumer<String> warning, Pace pace) {
        this.destination = outlet.destination();
        this.notes = notes;
        this.pace = pace;
        this.gate = new Gate(pace, warning);
        this.uploads = new Uploads(outlet.connections(), wake::release);
        this.recoveries = new Recoveries(
                outlet.name(),
                adoptions,
                journal -> new RunDelivery(journal, destination, gate, pace, false),
                notes.of(outlet.name(), this::whyTheRestWaits));
        this.thread = new Thread(this::work, "attest-replay-" + outlet.name());
        thread.setDaemon(true);
    }

    /** Starts to deliver. */
    void start() {
        thread.start();
    }

    /** Waits for the end of it, for at most so long; returns whether it came. */
    boolean await(Duration longest) throws InterruptedException {
        return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops, within a second or so; what is not delivered waits for the next one. */
    void stop() throws InterruptedException {
        stopped = true;
        wake.release();
        if (!await(pace.tick())) {
            gate.close(TOO_LONG);
            uploads.abandon();
            destination.close();
            thread.interrupt();
            await(Duration.ofSeconds(1));
        }
    }

    /** Returns what was delivered of the journal that is worked on. */
    Progress current() {
        return current;
    }

    private String whyTheRestWaits() {
        String trouble = gate.trouble();
        return trouble == null ? TOO_LONG : trouble;
    }

    private void work() {
        long silentUntil = System.nanoTime() + SILENCE.toNanos();
        try {
            while (!stopped && !gate.isShut() && !recoveries.isEmpty()) {
                if (!gate.everOpen() && gate.trouble() != null && System.nanoTime() - silentUntil > 0) {
                    return;
                }
                boolean more = uploads.settle();
                more |= recoveries.step(uploads);
                current = recoveries.current();
                if (!more) {
                    sleep();
                }
            }
        } catch (IOException | RuntimeException e) {
            notes.brokeOff(e);
        } finally {
            uploads.abandon();
            destination.close();
            recoveries.close();
            done.countDown();
        }
    }

    private void sleep() {
        try {
            if (wake.tryAcquire(pace.tick().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
