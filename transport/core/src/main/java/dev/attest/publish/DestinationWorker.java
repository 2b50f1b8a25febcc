package dev.attest.publish;

import dev.attest.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that delivers to one destination, and the few more that upload attachments to it. All are daemons. Thread-safe;
 * serves once.
 */
final class DestinationWorker {

    /** What the thread does, over and over. Only that thread calls it. */
    interface Task {

        /** Returns whether nothing is left to do. */
        boolean isDone();

        /** Does one piece of the work; returns whether there may be more to do at once. */
        boolean step() throws IOException;

        /** Is told that a step failed: none follows. */
        void failed(Exception why);

        /** Lets go of everything. Always called at the end. */
        void close();
    }

    private final Outlet outlet;
    private final Pace pace;
    private final Gate gate;
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
    DestinationWorker(String threadName, Outlet outlet, Consumer<String> warning, Pace pace) {
        this.outlet = outlet;
        this.pace = pace;
        this.gate = new Gate(pace, warning);
        this.uploads = new Uploads(outlet.connections(), wake::release);
        this.thread = new Thread(this::work, threadName + outlet.name());
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    void start(Task work) {
        task = work;
        thread.start();
    }

    /**
     * Begins to deliver a journal. Only the task may go on with it.
     *
     * @param sibling whether it belongs to a run that this JVM takes part in
     */
    RunDelivery open(Journal journal, boolean sibling) throws IOException {
        return new RunDelivery(journal, outlet.destination(), gate, pace, uploads, sibling);
    }

    /** Looks for work at once, and not at the next tick. */
    void wake() {
        wake.release();
    }

    /** Waits for the end of the thread, for at most so long; returns whether it came. */
    boolean await(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Stops, within a second or so: requests that are under way are broken off. What is not delivered stays in the journal.
     *
     * @param otherwise what stands in the way of the rest if nothing else did
     */
    void stop(String otherwise) throws InterruptedException {
        stopped = true;
        wake();
        if (!await(pace.tick())) {
            gate.close(otherwise);
            abandon();
            thread.interrupt();
            await(Duration.ofSeconds(1));
        }
    }

    /** Stops without waiting. */
    void abandon() {
        stopped = true;
        uploads.abandon();
        outlet.destination().close();
    }

    /** Returns whether the service ever answered with something that settled a request. */
    boolean everAnswered() {
        return gate.everOpen();
    }

    /** Returns what stands in the way of publishing, or null. */
    @Nullable
    String trouble() {
        return gate.trouble();
    }

    /** Says what stands in the way, unless that was said already. */
    void warnOnce() {
        gate.warnOnce();
    }

    private void work() {
        Task work = Objects.requireNonNull(task);
        try {
            while (!stopped && !gate.isShut() && !work.isDone()) {
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
            if (wake.tryAcquire(pace.tick().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
