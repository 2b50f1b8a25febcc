package dev.attest.internal.publish;

import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.destination.Review;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.ReviewedTest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a service knows of the tests of this JVM: once, in a daemon thread, so that neither this nor the
 * uploads of the end wait for each other. Only the thread of the publisher uses it.
 */
final class LiveReview implements Runnable {

    private static final GuardedLogger LOG = GuardedLogger.of(LiveReview.class);

    private final List<ReviewedTest> tests;
    private final @Nullable Supplier<Review> looking;
    private final DestinationWorker worker;
    private final boolean besideUploads;
    private volatile Review result = Review.NONE;
    private volatile boolean over;

    /**
     * Begins.
     *
     * @param until value of {@link System#nanoTime}
     * @param worker is woken when it is over
     */
    LiveReview(RunDelivery run, List<ReviewedTest> tests, long until, DestinationWorker worker) {
        this.tests = tests;
        this.worker = worker;
        this.besideUploads = run.hasUploads();
        this.looking = tests.isEmpty() ? null : run.review(tests, until);
        if (looking == null) {
            over = true;
        } else {
            start();
        }
    }

    private void start() {
        try {
            Thread thread = new Thread(this, "attest-review");
            thread.setDaemon(true);
            thread.start();
        } catch (OutOfMemoryError | SecurityException noThread) {
            over = true;
        }
    }

    @Override
    public void run() {
        try {
            result = Objects.requireNonNull(looking).get();
        } catch (Throwable e) {
            // Nothing is lost: the results are delivered.
            LOG.log(Level.DEBUG, () -> "The tests could not be looked at", e);
        } finally {
            over = true;
            worker.wake();
        }
    }

    /** Returns whether files were left to upload when it began, which then kept connections. */
    boolean besideUploads() {
        return besideUploads;
    }

    boolean isOver() {
        return over;
    }

    /** Returns what was found. Everything is delivered. */
    Review result(RunDelivery run) {
        return tests.isEmpty() ? result : run.withPictures(result, tests);
    }
}
