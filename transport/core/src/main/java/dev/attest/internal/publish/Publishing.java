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
 * Publishes the journal of this JVM, and those that dead JVMs left behind, to each destination that they are for. Each
 * goes at its own pace: one that hangs or is down holds up no other. Thread-safe.
 *
 * <p>What a dead JVM left behind is for the destinations that were set when its run began, and is removed when all of
 * them have it.
 */
public final class Publishing {

    private final List<Publisher> publishers = new ArrayList<>();

    /**
     * Makes one that has not started.
     *
     * @param outlets where to publish to; none is fine
     * @param live journal of this JVM
     * @param adopted journals of dead JVMs, which are closed or removed here
     * @param warning takes one sentence at most about each service that cannot be published to
     */
    public Publishing(
            List<ConfiguredDestination> outlets, Journal live, List<Journal> adopted, Consumer<String> warning) {
        this(outlets, live, adopted, warning, DeliverySettings.DEFAULT);
    }

    Publishing(
            List<ConfiguredDestination> outlets,
            Journal live,
            List<Journal> adopted,
            Consumer<String> warning,
            DeliverySettings settings) {
        List<String> names = outlets.stream().map(ConfiguredDestination::name).toList();
        OrphanQueue orphans = new OrphanQueue(names, adopted);
        for (ConfiguredDestination outlet : outlets) {
            publishers.add(new Publisher(outlet, live, orphans, warning, settings));
        }
    }

    /** Starts to publish. */
    public void start() {
        publishers.forEach(Publisher::start);
    }

    /**
     * Publishes what is left, for as long as the budget allows, and stops: all destinations side by side, so that the
     * budget is one for all of them. The journal must have its last event.
     *
     * @see Publisher#finish(Duration)
     */
    public void finish(Duration budget) {
        List<Thread> finishing = new ArrayList<>();
        for (Publisher publisher : publishers) {
            Thread thread = new Thread(() -> publisher.finish(budget), "attest-end");
            thread.setDaemon(true);
            finishing.add(thread);
        }
        // A thread that is interrupted already would not wait at all, and results are worth more than its haste.
        boolean interrupted = Thread.interrupted();
        finishing.forEach(Thread::start);
        for (Thread thread : finishing) {
            interrupted |= awaitEnd(thread, finishing);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what became of all so far, in the order of the outlets. */
    public List<PublishResult> published() {
        return publishers.stream().map(Publisher::published).toList();
    }

    /**
     * Whoever is interrupted while waiting has no more time: none of them waits any longer then. Returns whether it
     * was.
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
