package dev.attest.internal.publish;

import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.destination.Review;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.ReviewedTest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at what a service knows of the tests of this JVM: once, in a daemon thread, so that neither this nor the
 * uploads of the end wait for each other. Only the thread of the publisher uses it.
 */
final class LiveReview implements Runnable {

    private static final GuardedLogger LOG = GuardedLogger.of(LiveReview.class);

    private final List<ReviewedTest> tests;
    private final Supplier<Review> looking;
    private final Runnable whenOver;
    private volatile Review result = Review.NONE;
    private volatile boolean over;

    /**
     * Begins.
     *
     * @param until value of {@link System#nanoTime}
     * @param whenOver called by any thread
     */
    LiveReview(RunDelivery run, List<ReviewedTest> tests, long until, Runnable whenOver) {
        this.tests = tests;
        this.whenOver = whenOver;
        this.looking = run.review(tests, until);
        start();
    }

    private void start() {
        if (tests.isEmpty()) {
            over = true;
            return;
        }
        try {
            Thread thread = new Thread(this, "attest-review");
            thread.setDaemon(true);
            thread.start();
        } catch (OutOfMemoryError noThread) {
            over = true;
        }
    }

    @Override
    public void run() {
        try {
            result = looking.get();
        } catch (Throwable e) {
            // Nothing is lost: the results are delivered.
            LOG.log(Level.DEBUG, () -> "The tests could not be looked at", e);
        } finally {
            over = true;
            whenOver.run();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Returns what was found. Everything is delivered. */
    Review result(RunDelivery run) {
        return run.withPictures(result, tests);
    }
}
