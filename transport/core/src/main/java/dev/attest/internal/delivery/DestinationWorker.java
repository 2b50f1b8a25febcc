package dev.attest.internal.delivery;

import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that delivers to one destination, and the few more that upload attachments to it. All are daemons.
 * Thread-safe; serves once.
 */
public final class DestinationWorker {

    /** What the thread does, over and over. Only that thread calls it. */
    public interface Task {

        /** Returns whether nothing is left to do. */
        boolean isDone();

        /** Does one piece of the work; returns whether there may be more to do at once. */
        boolean step() throws IOException;

        /** Is told that a step failed: none follows. */
        void failed(Exception why);

        /** Lets go of everything. Always called at the end. */
        void close();
    }

    private final ConfiguredDestination outlet;
    private final DeliverySettings settings;
    private final CircuitBreaker breaker;
    private final Uploads uploads;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Task task;
    private volatile boolean stopped;

    /**
     * Makes a worker that has not started.
     *
     * @param threadName begins the name of its thread, which ends with that of the destination
     * @param warning takes one sentence at most about a service that cannot be published to
     */
    public DestinationWorker(
            String threadName, ConfiguredDestination outlet, Consumer<String> warning, DeliverySettings settings) {
        this.outlet = outlet;
        this.settings = settings;
        this.breaker = new CircuitBreaker(settings, warning);
        this.uploads = new Uploads(outlet.connections(), wake::release);
        this.thread = new Thread(this::work, threadName + outlet.name());
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start(Task work) {
        task = work;
        thread.start();
    }

    /**
     * Begins to deliver a journal. Only the task may go on with it.
     *
     * @param sibling whether it belongs to a run that this JVM takes part in
     */
    public RunDelivery open(Journal journal, boolean sibling) throws IOException {
        return new RunDelivery(journal, outlet.destination(), breaker, settings, uploads, sibling);
    }

    /** Looks for work at once, and not at the next tick. */
    public void wake() {
        wake.release();
    }

    /** Waits for the end of the thread, for at most so long; returns whether it came. */
    public boolean await(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Stops, within a second or so: requests that are under way are broken off. What is not delivered stays in the
     * journal.
     *
     * @param otherwise what stands in the way of the rest if nothing else did
     */
    public void stop(String otherwise) throws InterruptedException {
        stopped = true;
        wake();
        if (!await(settings.tick())) {
            breaker.close(otherwise);
            abandon();
            thread.interrupt();
            await(Duration.ofSeconds(1));
        }
    }

    /** Stops without waiting. */
    public void abandon() {
        stopped = true;
        uploads.abandon();
        outlet.destination().close();
    }

    /** Returns whether the service ever answered with something that settled a request. */
    public boolean everAnswered() {
        return breaker.everOpen();
    }

    /** Returns what stands in the way of publishing, or null. */
    @Nullable
    public String trouble() {
        return breaker.trouble();
    }

    /** Says what stands in the way, unless that was said already. */
    public void warnOnce() {
        breaker.warnOnce();
    }

    private void work() {
        Task work = Objects.requireNonNull(task);
        try {
            while (!stopped && !breaker.isShut() && !work.isDone()) {
                boolean more = uploads.settle();
                more |= work.step();
                if (!more) {
                    sleep();
                }
            }
        } catch (IOException | RuntimeException e) {
            work.failed(e);
        } finally {
            abandon();
            work.close();
            ended.countDown();
        }
    }

    private void sleep() {
        try {
            if (wake.tryAcquire(settings.tick().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
