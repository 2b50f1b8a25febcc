package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.OrphanQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Publishes the journal of this JVM and those of dead JVMs to all destinations that need them. A destination that hangs
 * or is down does not delay the others. Thread-safe.
 *
 * <p>The journal of a dead JVM is for the destinations that were configured when its run began. It is deleted when all
 * of them have it.
 */
public final class Publishing {

    private final List<Publisher> publishers = new ArrayList<>();

    /**
     * Creates a publishing without starting it.
     *
     * @param destinations may be empty
     * @param live journal of this JVM
     * @param adopted journals of dead JVMs, which are closed or deleted here
     * @param warning takes at most one sentence about each service that cannot be published to
     */
    public Publishing(
            List<ConfiguredDestination> destinations, Journal live, List<Journal> adopted, Consumer<String> warning) {
        this(destinations, live, adopted, warning, DeliverySettings.DEFAULT);
    }

    Publishing(
            List<ConfiguredDestination> destinations,
            Journal live,
            List<Journal> adopted,
            Consumer<String> warning,
            DeliverySettings settings) {
        List<String> names =
                destinations.stream().map(ConfiguredDestination::name).toList();
        OrphanQueue orphans = new OrphanQueue(names, adopted);
        for (ConfiguredDestination destination : destinations) {
            publishers.add(new Publisher(destination, live, orphans, warning, settings));
        }
    }

    /** Starts publishing. */
    public void start() {
        publishers.forEach(Publisher::start);
    }

    /**
     * Publishes the rest to all destinations in parallel within one budget, then stops. The journal must have its last
     * event. If a service has never answered, only a quarter of the budget is used for it. If a person has to act, none
     * is used.
     */
    public void finish(Duration budget) {
        List<Thread> finishing = new ArrayList<>();
        for (Publisher publisher : publishers) {
            Thread thread = new Thread(() -> publisher.finish(budget), "attest-end");
            thread.setDaemon(true);
            finishing.add(thread);
        }
        // An interrupted thread would not wait at all.
        boolean interrupted = Thread.interrupted();
        finishing.forEach(Thread::start);
        for (Thread thread : finishing) {
            interrupted |= awaitEnd(thread, finishing);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the results so far, in the order of the destinations. */
    public List<PublishResult> published() {
        return publishers.stream().map(Publisher::published).toList();
    }

    /**
     * Waits for a thread. An interrupt interrupts all of them, so that none waits any longer. Returns whether that
     * happened.
     */
    private static boolean awaitEnd(Thread thread, List<Thread> all) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                all.forEach(Thread::interrupt);
            }
        }
        return interrupted;
    }
}
