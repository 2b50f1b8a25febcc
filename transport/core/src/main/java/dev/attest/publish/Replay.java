package dev.attest.publish;

import dev.attest.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Delivers journals that others left behind, with no run of its own. Has one daemon thread, and a few more while
 * attachments travel. Thread-safe; serves once.
 */
public final class Replay {

    /** Who waits for a service that does not answer at all wants to know before long. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String TOO_LONG = "The time for it was over; the next replay goes on from here.";

    private final Destination destination;
    private final List<Journal> journals;
    private final Pace pace;
    private final Gate gate;
    private final Uploads uploads;
    private final Recoveries recoveries;
    private final Thread thread = new Thread(this::work, "attest-replay");
    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private final List<Replayed> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile Progress current = Progress.none();
    private volatile boolean stopped;

    /**
     * Makes one that has not started.
     *
     * @param journals what to deliver; it closes them, and deletes those that it has delivered whole
     * @param connections how many attachments travel at once
     * @param warning takes one sentence at most about a service that cannot be published to
     */
    public Replay(Destination destination, List<Journal> journals, int connections, Consumer<String> warning) {
        this(destination, journals, connections, warning, Pace.DEFAULT);
    }

    Replay(Destination destination, List<Journal> journals, int connections, Consumer<String> warning, Pace pace) {
        this.destination = destination;
        this.journals = List.copyOf(journals);
        this.pace = pace;
        this.gate = new Gate(pace, warning);
        this.uploads = new Uploads(connections, wake::release);
        this.recoveries =
                new Recoveries(journal -> new RunDelivery(journal, destination, gate, pace, false), new Noted());
        thread.setDaemon(true);
    }

    /** Starts to deliver. */
    public void start() {
        thread.start();
    }

    /** Waits for the end of it, for at most so long; returns whether it came. */
    public boolean await(Duration longest) throws InterruptedException {
        return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops, within a second or so; what is not delivered waits for the next one. */
    public void stop() throws InterruptedException {
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
    public Progress current() {
        return current;
    }

    /** Returns what became of the journals so far, in the order in which it did. */
    public List<Replayed> outcomes() {
        return List.copyOf(outcomes);
    }

    /** Returns, in words for people, which journals were come across and could not be opened. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Returns what stands in the way of delivery, or null. */
    public @Nullable String trouble() {
        return gate.trouble();
    }

    private void work() {
        long silentUntil = System.nanoTime() + SILENCE.toNanos();
        try {
            recoveries.open(journals);
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
            refused.add("delivery broke off: " + e);
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

    private final class Noted implements Witness {

        @Override
        public void settled(Journal journal, Progress progress) {
            Replayed.Fate fate = progress.refusals().isEmpty() ? Replayed.Fate.DELIVERED : Replayed.Fate.REFUSED;
            note(journal, fate, progress, String.join("; ", journal.damage()));
        }

        @Override
        public void left(Journal journal, Progress progress, String why) {
            note(journal, Replayed.Fate.WAITING, progress, why);
        }

        @Override
        public void unfinished(Journal journal, Progress progress) {
            String trouble = gate.trouble();
            note(journal, Replayed.Fate.WAITING, progress, trouble == null ? TOO_LONG : trouble);
        }

        @Override
        public void refused(String message) {
            refused.add(message);
        }

        private void note(Journal journal, Replayed.Fate fate, Progress progress, String reason) {
            outcomes.add(new Replayed(journal.folder(), fate, progress, reason));
        }
    }
}
