package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.internal.recovery.Recoveries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal of this JVM to one destination while it is written, and those that dead JVMs left behind. Has
 * one daemon thread, and a few more while attachments travel. {@link Publishing} is several of them.
 *
 * <p>Thread-safe. After a crash the next publisher that adopts the journal goes on where this one was.
 */
public final class Publisher {

    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());
    private static final String TOO_LONG =
            "The end of the run waited for the service as long as attest.end.timeout allows."
                    + " What is left is delivered by the next run.";

    private final ConfiguredDestination outlet;
    private final Journal live;
    private final DestinationWorker worker;
    private final Recoveries recoveries;
    private volatile boolean ending;
    private volatile Progress progress = Progress.none();

    /**
     * Makes a publisher that has not started.
     *
     * @param live journal of this JVM
     * @param adopted journals of dead JVMs; the publisher closes them, and deletes those that it has delivered whole
     * @param connections how many attachments travel at once
     * @param warning takes one sentence at most about a service that cannot be published to
     */
    public Publisher(
            Destination destination, Journal live, List<Journal> adopted, int connections, Consumer<String> warning) {
        this(destination, live, adopted, connections, warning, DeliverySettings.DEFAULT);
    }

    Publisher(
            Destination destination,
            Journal live,
            List<Journal> adopted,
            int connections,
            Consumer<String> warning,
            DeliverySettings settings) {
        this(
                new ConfiguredDestination(destination, connections, destination.name()),
                live,
                new OrphanQueue(List.of(destination.name()), adopted),
                warning,
                settings);
    }

    Publisher(
            ConfiguredDestination outlet,
            Journal live,
            OrphanQueue orphans,
            Consumer<String> warning,
            DeliverySettings settings) {
        this.outlet = outlet;
        this.live = live;
        this.worker = new DestinationWorker("attest-publisher-", outlet, warning, settings);
        this.recoveries = new Recoveries(outlet.name(), orphans, journal -> worker.open(journal, isSibling(journal)));
    }

    /** Starts to publish. */
    public void start() {
        worker.start(new LiveRun());
    }

    /** Returns what became of this JVM's run so far. */
    public Progress progress() {
        return progress;
    }

    /** Returns the runs that dead JVMs left behind and that this publisher finished. */
    public List<Progress> recovered() {
        return recoveries.finished();
    }

    /** Returns what became of all so far. */
    PublishResult published() {
        return new PublishResult(
                outlet.name(),
                progress(),
                worker.trouble(),
                recoveries.finished(),
                outlet.destination().remarks());
    }

    /** Returns what stands in the way of publishing, or null. */
    public @Nullable String trouble() {
        return worker.trouble();
    }

    /**
     * Publishes what is left, for as long as the budget allows, and stops. The journal must have its last event. A
     * service that never answered since the start gets a quarter of the budget; one that needs a person, nothing.
     */
    public void finish(Duration budget) {
        // A thread that is interrupted already would not wait at all, and results are worth more than its haste.
        boolean interrupted = Thread.interrupted();
        try {
            awaitEnd(budget);
            worker.stop(TOO_LONG);
            worker.warnOnce();
        } catch (InterruptedException e) {
            interrupted = true;
            worker.abandon();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitEnd(Duration budget) throws InterruptedException {
        long started = System.nanoTime();
        ending = true;
        worker.wake();
        boolean ended = worker.await(budget.dividedBy(4));
        if (!ended && worker.everAnswered()) {
            worker.await(budget.minusNanos(System.nanoTime() - started));
        }
    }

    private boolean isSibling(Journal journal) {
        return journal.run().path().equals(live.run().path());
    }

    /** The run of this JVM, and what dead members of it left behind. */
    private final class LiveRun implements DestinationWorker.Task {

        private @Nullable RunDelivery opened;

        @Override
        public boolean isDone() {
            return ending && opened != null && opened.isDone() && recoveries.isEmpty();
        }

        @Override
        public boolean step() throws IOException {
            RunDelivery current = opened == null ? worker.open(live, true) : opened;
            opened = current;
            boolean more = current.step(ending);
            more |= leave(current);
            progress = current.progress();
            return more || recoveries.step();
        }

        /** Leaves the run when what dead members of it left behind is delivered too. */
        private boolean leave(RunDelivery current) throws IOException {
            if (!current.isReadyToLeave()) {
                return false;
            }
            recoveries.adoptDeadOf(live.run());
            return !recoveries.holds(live.run()) && current.leave();
        }

        @Override
        public void failed(Exception why) {
            LOG.log(System.Logger.Level.WARNING, "Attest stopped publishing; what is left stays on disk. " + why, why);
        }

        @Override
        public void close() {
            recoveries.close();
        }
    }
}
