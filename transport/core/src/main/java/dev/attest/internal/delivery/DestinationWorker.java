package dev.attest.internal.delivery;

import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one destination in a daemon thread, and uploads attachments in a few more. Thread-safe; can be started
 * once.
 */
public final class DestinationWorker {

    /** The work of the thread. Only that thread calls it. */
    public interface Task {

        /** Returns whether no work is left. */
        boolean isDone();

        /** Does one piece of work. Returns whether more may be ready at once. */
        boolean step() throws IOException;

        /** Returns after what time the next step follows if nothing is ready, unless something wakes the worker. */
        Duration rest();

        /** Returns whether so much has gathered that a rest should end early. It is asked a few times a second. */
        default boolean hasGathered() {
            return false;
        }

        /**
         * Called when a step has failed.
         *
         * @param goesOn whether another step follows; it must start from what the journal has recorded
         */
        void failed(Throwable cause, boolean goesOn);

        /** Releases everything. Always called at the end. */
        void close();
    }

    /** A reply may be large, and to read it takes a while that nothing can cut short. */
    private static final Duration TO_STOP = Duration.ofMillis(250);

    /** During a rest, the time between two looks at what has gathered. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** In a row, before the worker stops. A lack of memory does not count: it passes. */
    private static final int MOST_FAILURES = 10;

    /** After so many steps without a failure, the earlier ones are forgotten. */
    private static final int STEPS_IN_A_ROW = 100;

    private final ConfiguredDestination destination;
    private final DeliverySettings settings;
    private final CircuitBreaker breaker;
    private final Uploads uploads;
    private final Acceptances acceptances = new Acceptances();
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Task task;
    private volatile boolean stopped;
    private boolean startsWithRest;
    private int failures;
    private int stepsSince;

    /** Whether a step has failed, and requests that it started may be under way. */
    private boolean interrupted;

    /**
     * Creates a worker without starting it.
     *
     * @param threadName prefix of the thread name; the name of the destination follows
     * @param warning takes at most one sentence about a service that cannot be published to
     */
    public DestinationWorker(
            String threadName, ConfiguredDestination destination, Consumer<String> warning, DeliverySettings settings) {
        this.destination = destination;
        this.settings = settings;
        this.breaker = new CircuitBreaker(settings, warning);
        this.uploads = new Uploads(destination.connections(), wake::release);
        this.thread = new Thread(this::work, threadName + destination.name());
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start(Task work) {
        task = work;
        thread.start();
    }

    /** Starts the thread, which takes its first step after a {@linkplain Task#rest() rest}, at a low priority. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it
    public void startQuietly(Task work) {
        startsWithRest = true;
        thread.setPriority(Thread.MIN_PRIORITY);
        start(work);
    }

    /** Wakes the thread, for which somebody waits from now on. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it
    public void hurry() {
        thread.setPriority(Thread.NORM_PRIORITY);
        wake();
    }

    /**
     * Starts the delivery of a journal. Only the task may continue it.
     *
     * @param sameRun whether the journal belongs to the run of this JVM
     * @param tried tells of the folder of another journal of its run whether this destination has tried to deliver it
     */
    public RunDelivery open(Journal journal, boolean sameRun, Predicate<Path> tried) throws IOException {
        return new RunDelivery(
                journal, destination.destination(), breaker, settings, uploads, acceptances, sameRun, tried);
    }

    /** Makes the thread look for work without a rest. */
    public void wake() {
        wake.release();
    }

    /** Waits until the thread has ended. Returns false on a timeout. */
    public boolean await(Duration timeout) throws InterruptedException {
        return ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Returns whether the thread has ended, or was never started. */
    public boolean hasEnded() {
        return ended.getCount() == 0 || task == null;
    }

    /**
     * Stops within half a second and cancels requests in progress. Undelivered items stay in the journal.
     *
     * @param defaultTrouble the trouble if there is none yet
     */
    public void stop(String defaultTrouble) throws InterruptedException {
        stopped = true;
        wake();
        if (!await(settings.tick())) {
            breaker.stopRecording(defaultTrouble);
            abandon();
            thread.interrupt();
            await(TO_STOP);
        }
    }

    /** Stops without waiting. */
    public void abandon() {
        stopped = true;
        uploads.abandon();
        destination.destination().close();
    }

    /** Returns whether requests fail and the service has never replied to any. */
    public boolean seemsDead() {
        return breaker.trouble() != null && !destination.destination().hasReplied();
    }

    /** Returns why requests fail, or null. */
    @Nullable
    public String trouble() {
        return breaker.trouble();
    }

    /** Reports the trouble, unless it was reported already. */
    public void warnOnce() {
        breaker.warnOnce();
    }

    private void work() {
        Task current = Objects.requireNonNull(task);
        try {
            if (startsWithRest) {
                rest(current);
            }
            while (!stopped && !breaker.hasGivenUp() && failures < MOST_FAILURES && advance(current)) {
                stepsSince++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped before the first step
        } finally {
            end(current);
        }
    }

    /**
     * Takes a step, and survives it: at any moment, a test may use up the memory, or set a security manager that denies
     * what the step needs. Returns false if no work is left.
     */
    private boolean advance(Task current) {
        try {
            boolean more = uploads.handleResults();
            if (interrupted) {
                // What is under way must not be sent a second time before its result is known.
                interrupted = !uploads.isEmpty();
            } else if (current.isDone()) {
                return false;
            } else {
                more |= current.step();
            }
            if (!more) {
                rest(current);
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            interrupted = true;
            if (!stopped) { // otherwise the journal may be closed by now
                failed(current, e);
            }
        }
        return true;
    }

    private void failed(Task current, Throwable cause) {
        try {
            boolean isForNow = cause instanceof VirtualMachineError || cause instanceof SecurityException;
            failures = isForNow ? failures : stepsSince < STEPS_IN_A_ROW ? failures + 1 : 1;
            stepsSince = 0;
            current.failed(cause, failures < MOST_FAILURES);
            Thread.sleep(settings.tick().toMillis());
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Memory is short for this too.
        }
    }

    private void end(Task current) {
        try {
            abandon();
        } finally {
            try {
                current.close();
            } catch (Throwable e) {
                current.failed(e, false);
            } finally {
                ended.countDown();
            }
        }
    }

    private void rest(Task current) throws InterruptedException {
        long left = current.rest().toNanos();
        while (!wake.tryAcquire(Math.min(left, GLANCE.toNanos()), TimeUnit.NANOSECONDS)) {
            left -= GLANCE.toNanos();
            if (left <= 0 || current.hasGathered()) {
                return;
            }
        }
        wake.drainPermits();
    }
}
