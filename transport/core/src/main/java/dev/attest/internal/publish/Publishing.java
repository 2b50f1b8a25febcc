package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Review;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.OrphanQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Publishes the journal of this JVM and those of dead JVMs to all destinations that need them. A destination that hangs
 * or is down does not delay the others. Thread-safe.
 *
 * <p>The journal of a dead JVM is for the destinations that were configured when its run began. It is deleted when all
 * of them have it.
 */
public final class Publishing {

    private final OrphanQueue orphans;
    private final List<Publisher> publishers;

    /**
     * Creates a publishing without starting it.
     *
     * @param destinations may be empty
     * @param live journal of this JVM
     * @param orphans journals of dead JVMs
     * @param reviewed returns the tests of this JVM whose past is of interest so far
     * @param warning takes at most one sentence about each service that cannot be published to
     */
    public Publishing(
            List<ConfiguredDestination> destinations,
            Journal live,
            OrphanQueue orphans,
            Supplier<List<ReviewedTest>> reviewed,
            Consumer<String> warning) {
        this(destinations, live, orphans, reviewed, warning, DeliverySettings.DEFAULT);
    }

    Publishing(
            List<ConfiguredDestination> destinations,
            Journal live,
            OrphanQueue orphans,
            Supplier<List<ReviewedTest>> reviewed,
            Consumer<String> warning,
            DeliverySettings settings) {
        this.orphans = orphans;
        this.publishers = new ArrayList<>();
        for (ConfiguredDestination destination : destinations) {
            publishers.add(new Publisher(destination, live, orphans, reviewed, warning, settings));
        }
    }

    public void start() {
        for (Publisher publisher : publishers) {
            publisher.start();
        }
    }

    /**
     * Publishes the rest to all destinations in parallel within one budget, then stops. The journal must have its last
     * event. If requests to a service fail and it has never replied, only a quarter of the budget is used for it. If a
     * person has to act, none is used.
     */
    public void finish(Duration budget) {
        if (publishers.size() < 2) {
            for (Publisher publisher : publishers) {
                publisher.finish(budget);
            }
            orphans.close();
        } else {
            finishAll(budget);
        }
    }

    private void finishAll(Duration budget) {
        ExecutorService finishing = Executors.newCachedThreadPool(work -> {
            Thread daemon = new Thread(work, "attest-end");
            daemon.setDaemon(true);
            return daemon;
        });
        // An interrupted thread would not wait at all.
        boolean interrupted = Thread.interrupted();
        publishers.forEach(publisher -> finish(publisher, budget, finishing));
        finishing.shutdown();
        for (boolean ended = false; !ended; ) {
            try {
                ended = finishing.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                finishing.shutdownNow(); // none waits any longer
            }
        }
        orphans.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void finish(Publisher publisher, Duration budget, ExecutorService finishing) {
        try {
            finishing.execute(() -> publisher.finish(budget));
        } catch (OutOfMemoryError | SecurityException noThread) {
            publisher.finish(budget);
        }
    }

    /** Returns the address of the page that shows a row at the first destination that has one; empty if none has. */
    public String page(int row) {
        for (Publisher publisher : publishers) {
            String page = publisher.page(row);
            if (!page.isEmpty()) {
                return page;
            }
        }
        return "";
    }

    /** Returns what the first service that knows anything of the tests of this JVM knows. */
    public Review review() {
        Review review = Review.NONE;
        for (Publisher publisher : publishers) {
            review = review.isEmpty() ? publisher.review() : review;
        }
        return review;
    }

    /** Returns the results so far, in the order of the destinations. */
    public List<PublishResult> published() {
        List<PublishResult> published = new ArrayList<>();
        for (Publisher publisher : publishers) {
            published.add(publisher.published());
        }
        return published;
    }
}
