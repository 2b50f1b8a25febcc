package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.WaitingJournals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Delivers journals of dead JVMs to their destinations in parallel, without a run of its own. Thread-safe; can be
 * started once.
 */
public final class Replay {

    /** A destination gives up if requests fail and the service has not answered for so long. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(30);

    private static final String TOO_LONG = "The replay timed out. The next replay continues from here.";

    private final List<ConfiguredDestination> destinations;
    private final ReplayLog log = new ReplayLog();
    private final List<OrphanDelivery> deliveries;

    /**
     * Creates a replay without starting it.
     *
     * @param journals where they wait; the replay deletes those that it delivers completely
     * @param warning takes at most one sentence about each service that cannot be published to
     */
    public Replay(
            List<ConfiguredDestination> destinations,
            WaitingJournals journals,
            Consumer<String> warning,
            DeliverySettings settings) {
        OrphanQueue orphans = new OrphanQueue(destinations, journals, log);
        this.destinations = List.copyOf(destinations);
        this.deliveries = destinations.stream()
                .map(destination -> new OrphanDelivery(destination, orphans, warning, settings))
                .toList();
    }

    public void start() {
        deliveries.forEach(OrphanDelivery::start);
    }

    /** Waits until all journals are done. Returns false on a timeout. */
    public boolean await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        boolean ended = true;
        for (OrphanDelivery delivery : deliveries) {
            ended &= delivery.worker.await(Duration.ofNanos(end - System.nanoTime()));
        }
        return ended;
    }

    /** Stops within about a second per destination. The next replay delivers the rest. */
    public void stop() throws InterruptedException {
        for (OrphanDelivery delivery : deliveries) {
            delivery.worker.stop(TOO_LONG);
        }
    }

    /** Returns the progress of the current journal of each destination. */
    public List<Progress> current() {
        return deliveries.stream().map(delivery -> delivery.current).toList();
    }

    /** Returns the outcomes so far, in order. */
    public List<ReplayOutcome> outcomes() {
        return log.outcomes();
    }

    /** Why a destination has not got what waits for it. Its name is empty if it is not set here. */
    public record Untried(String destination, String reason) {}

    /**
     * Returns why a journal waits that this replay has not begun to deliver to a destination; empty if it has.
     *
     * @param folder of a journal
     * @param destination one that it waits for; empty if it waits for any
     */
    public Optional<Untried> untried(Path folder, String destination) {
        List<OrphanDelivery> untried = deliveries.stream()
                .filter(each -> !each.recoveries.hasTried(folder))
                .toList();
        Optional<OrphanDelivery> configured = untried.stream()
                .filter(each -> destination.isEmpty() || each.name.equals(destination))
                .findFirst();
        boolean isForAnother = untried.size() == deliveries.size()
                && deliveries.stream().noneMatch(each -> each.name.equals(destination));
        return configured.isEmpty() && isForAnother
                ? Optional.of(new Untried("", OrphanJournal.notSet(Set.of(destination))))
                : configured.map(each -> new Untried(each.name, each.reason()));
    }

    /** Returns messages about journals that could not be opened, and about deliveries that failed. */
    public List<String> refused() {
        return log.refused();
    }

    public List<String> remarks() {
        return destinations.stream()
                .flatMap(destination -> destination.destination().remarks().stream())
                .toList();
    }

    /** Delivers to one destination. */
    private final class OrphanDelivery implements DestinationWorker.Task {

        private final String name;
        private final DeliverySettings settings;
        private final DestinationWorker worker;
        private final Recoveries recoveries;
        private volatile Progress current = Progress.none();
        private long silenceEnd;

        OrphanDelivery(
                ConfiguredDestination destination,
                OrphanQueue orphans,
                Consumer<String> warning,
                DeliverySettings settings) {
            this.name = destination.name();
            this.settings = settings;
            this.worker = new DestinationWorker("attest-replay-", destination, warning, settings);
            this.recoveries = new Recoveries(destination.name(), orphans, this::open);
        }

        private RunDelivery open(Journal journal) throws IOException {
            return worker.open(journal, false, recoveries::hasTried);
        }

        void start() {
            silenceEnd = System.nanoTime() + MAX_SILENCE.toNanos();
            worker.start(this);
        }

        @Override
        public boolean isDone() {
            boolean silent = worker.seemsDead() && System.nanoTime() - silenceEnd > 0;
            return silent || recoveries.isEmpty();
        }

        @Override
        public Duration rest() {
            return settings.tick();
        }

        @Override
        public boolean step() {
            boolean more = recoveries.step();
            current = recoveries.current();
            return more;
        }

        @Override
        public void failed(Throwable cause, boolean goesOn) {
            recoveries.giveUpOpen(cause);
            if (!goesOn) {
                log.failed(cause);
            }
        }

        @Override
        public void close() {
            recoveries.close(reason());
        }

        String reason() {
            return Objects.requireNonNullElse(worker.trouble(), TOO_LONG);
        }
    }
}
