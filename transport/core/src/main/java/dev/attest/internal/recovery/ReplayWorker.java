package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import java.time.Duration;
import java.util.function.Consumer;

/** Delivers journals that others left behind to one destination, with no run of its own. Thread-safe; serves once. */
final class ReplayWorker implements DestinationWorker.Task {

    /** Who waits for a service that does not answer at all wants to know before long. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String TOO_LONG = "The time for it was over; the next replay goes on from here.";

    private final DestinationWorker worker;
    private final Recoveries recoveries;
    private final ReplayLog notes;
    private volatile Progress current = Progress.none();
    private long silentUntil;

    /** Makes one that has not started. */
    ReplayWorker(
            ConfiguredDestination outlet,
            OrphanQueue orphans,
            ReplayLog notes,
            Consumer<String> warning,
            DeliverySettings settings) {
        this.notes = notes;
        this.worker = new DestinationWorker("attest-replay-", outlet, warning, settings);
        this.recoveries = new Recoveries(
                outlet.name(),
                orphans,
                journal -> worker.open(journal, false),
                notes.of(outlet.name(), this::whyTheRestWaits));
    }

    /** Starts to deliver. */
    void start() {
        silentUntil = System.nanoTime() + SILENCE.toNanos();
        worker.start(this);
    }

    /** Waits for the end of it, for at most so long; returns whether it came. */
    boolean await(Duration longest) throws InterruptedException {
        return worker.await(longest);
    }

    /** Stops, within a second or so; what is not delivered waits for the next one. */
    void stop() throws InterruptedException {
        worker.stop(TOO_LONG);
    }

    /** Returns what was delivered of the journal that is worked on. */
    Progress current() {
        return current;
    }

    @Override
    public boolean isDone() {
        boolean silent = !worker.everAnswered() && worker.trouble() != null && System.nanoTime() - silentUntil > 0;
        return silent || recoveries.isEmpty();
    }

    @Override
    public boolean step() {
        boolean more = recoveries.step();
        current = recoveries.current();
        return more;
    }

    @Override
    public void failed(Exception why) {
        notes.brokeOff(why);
    }

    @Override
    public void close() {
        recoveries.close();
    }

    private String whyTheRestWaits() {
        String trouble = worker.trouble();
        return trouble == null ? TOO_LONG : trouble;
    }
}
