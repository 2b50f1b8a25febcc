package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Delivers journals that others left behind, each to the destinations that it is for, side by side, with no run of its
 * own. Thread-safe; serves once.
 */
public final class Replay {

    private final List<ConfiguredDestination> outlets;
    private final ReplayLog notes = new ReplayLog();
    private final List<ReplayWorker> deliveries;

    /**
     * Makes one that has not started.
     *
     * @param outlets where to deliver to
     * @param journals what to deliver; it closes them, and deletes those that it has delivered whole
     * @param warning takes one sentence at most about each service that cannot be published to
     */
    public Replay(List<ConfiguredDestination> outlets, List<Journal> journals, Consumer<String> warning) {
        this(outlets, journals, warning, DeliverySettings.DEFAULT);
    }

    public Replay(
            List<ConfiguredDestination> outlets,
            List<Journal> journals,
            Consumer<String> warning,
            DeliverySettings settings) {
        List<String> names = outlets.stream().map(ConfiguredDestination::name).toList();
        OrphanQueue orphans = new OrphanQueue(names, journals, notes.of("", () -> ""));
        this.outlets = List.copyOf(outlets);
        this.deliveries = outlets.stream()
                .map(outlet -> new ReplayWorker(outlet, orphans, notes, warning, settings))
                .toList();
    }

    /** Starts to deliver. */
    public void start() {
        deliveries.forEach(ReplayWorker::start);
    }

    /** Waits for the end of it, for at most so long; returns whether it came. */
    public boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        boolean ended = true;
        for (ReplayWorker delivery : deliveries) {
            ended &= delivery.await(Duration.ofNanos(end - System.nanoTime()));
        }
        return ended;
    }

    /** Stops, within a second or so for each destination; what is not delivered waits for the next one. */
    public void stop() throws InterruptedException {
        for (ReplayWorker delivery : deliveries) {
            delivery.stop();
        }
    }

    /** Returns what was delivered of the journal that is worked on, for each destination. */
    public List<Progress> current() {
        return deliveries.stream().map(ReplayWorker::current).toList();
    }

    /** Returns what became of the journals so far, for each destination, in the order in which it did. */
    public List<ReplayOutcome> outcomes() {
        return notes.outcomes();
    }

    /** Returns, in words for people, which journals were come across and could not be opened. */
    public List<String> refused() {
        return notes.refused();
    }

    /** Returns what a person should know besides, of all destinations. */
    public List<String> remarks() {
        return outlets.stream()
                .flatMap(outlet -> outlet.destination().remarks().stream())
                .toList();
    }
}
