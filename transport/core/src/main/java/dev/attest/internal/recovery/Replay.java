package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Delivers journals of dead JVMs to their destinations in parallel, without a run of its own. Thread-safe; can be
 * started once.
 */
public final class Replay {

    private final List<ConfiguredDestination> destinations;
    private final ReplayLog log = new ReplayLog();
    private final List<ReplayWorker> workers;

    /**
     * Creates a replay without starting it.
     *
     * @param journals what to deliver; the replay closes them, and deletes those that it delivers completely
     * @param warning takes at most one sentence about each service that cannot be published to
     */
    public Replay(List<ConfiguredDestination> destinations, List<Journal> journals, Consumer<String> warning) {
        this(destinations, journals, warning, DeliverySettings.DEFAULT);
    }

    public Replay(
            List<ConfiguredDestination> destinations,
            List<Journal> journals,
            Consumer<String> warning,
            DeliverySettings settings) {
        List<String> names =
                destinations.stream().map(ConfiguredDestination::name).toList();
        OrphanQueue orphans = new OrphanQueue(names, journals, log.listener("", () -> ""));
        this.destinations = List.copyOf(destinations);
        this.workers = destinations.stream()
                .map(destination -> new ReplayWorker(destination, orphans, log, warning, settings))
                .toList();
    }

    /** Starts the delivery. */
    public void start() {
        workers.forEach(ReplayWorker::start);
    }

    /** Waits until all journals are done. Returns false on a timeout. */
    public boolean await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        boolean ended = true;
        for (ReplayWorker worker : workers) {
            ended &= worker.await(Duration.ofNanos(end - System.nanoTime()));
        }
        return ended;
    }

    /** Stops within about a second per destination. The next replay delivers the rest. */
    public void stop() throws InterruptedException {
        for (ReplayWorker worker : workers) {
            worker.stop();
        }
    }

    /** Returns the progress of the current journal of each destination. */
    public List<Progress> current() {
        return workers.stream().map(ReplayWorker::current).toList();
    }

    /** Returns the outcomes so far, in order. */
    public List<ReplayOutcome> outcomes() {
        return log.outcomes();
    }

    /** Returns messages about journals that could not be opened, and about deliveries that failed. */
    public List<String> refused() {
        return log.refused();
    }

    /** Returns the remarks of all destinations. */
    public List<String> remarks() {
        return destinations.stream()
                .flatMap(destination -> destination.destination().remarks().stream())
                .toList();
    }
}
