package dev.attest.internal.azure.history;

import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at several tests at once, each in a daemon thread, until the time is over. Thread-safe. */
final class ParallelReview {

    /** Looks at one test. It may block longer than there is time. */
    @FunctionalInterface
    interface Look {

        LookedAt at(ReviewedRow row) throws NotDeliveredException;
    }

    /** A service that fails so often fails always, whatever is wrong with a single test. */
    private static final int MOST_FAILURES = 5;

    private final int all;
    private final Deque<ReviewedRow> waiting;
    private final Look look;
    private final List<LookedAt> looked = new ArrayList<>();
    private int running;
    private int failures;
    private boolean over;
    private String trouble = "";

    ParallelReview(List<ReviewedRow> rows, Look look) {
        this.all = rows.size();
        this.waiting = new ArrayDeque<>(rows);
        this.look = look;
    }

    /**
     * Looks at all tests. Blocks until then, or until the time is over.
     *
     * @param until value of {@link System#nanoTime}
     */
    synchronized void run(int threads, long until) {
        for (int i = 0; i < threads; i++) {
            start("attest-history-" + i);
        }
        try {
            long left = until - System.nanoTime();
            while (running > 0 && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        over = true;
    }

    private void start(String name) {
        try {
            Thread thread = new Thread(this::work, name);
            thread.setDaemon(true);
            thread.start();
            running++;
        } catch (OutOfMemoryError noThread) {
            trouble = "There is no memory for it.";
        }
    }

    /** Returns the tests that were looked at in time. */
    synchronized List<LookedAt> looked() {
        return List.copyOf(looked);
    }

    /** @param withoutNote number of results at which nothing could be noted */
    synchronized Review result(int withoutNote) {
        Map<Integer, RowReview> reviews = new HashMap<>();
        for (LookedAt each : looked) {
            if (!each.review().isEmpty()) {
                reviews.put(each.test().row(), each.review());
            }
        }
        return new Review(reviews, sentence(withoutNote));
    }

    private String sentence(int withoutNote) {
        int unknown = all - looked.size();
        if (unknown > 0) {
            String why = trouble.isEmpty() ? "The service took too long." : trouble;
            return "Earlier results of " + tests(unknown) + " are not known. " + why;
        }
        return withoutNote == 0
                ? ""
                : "The results of " + tests(withoutNote)
                        + " do not say what earlier results say, as the service did not" + " take it.";
    }

    private static String tests(int number) {
        return number + (number == 1 ? " test" : " tests");
    }

    private void work() {
        try {
            for (ReviewedRow row = next(); row != null; row = next()) {
                looked(row);
            }
        } finally {
            ended();
        }
    }

    private void looked(ReviewedRow row) {
        try {
            add(look.at(row));
        } catch (NotDeliveredException e) {
            failed(e.reason(), e.refused() && e.status() != 403);
        } catch (Throwable e) {
            failed(String.valueOf(e), false);
        }
    }

    private synchronized @Nullable ReviewedRow next() {
        return over || failures >= MOST_FAILURES ? null : waiting.poll();
    }

    private synchronized void add(LookedAt test) {
        if (!over) {
            looked.add(test);
        }
    }

    /** @param ofTest whether it may concern this test only */
    private synchronized void failed(String reason, boolean ofTest) {
        failures += ofTest ? 1 : MOST_FAILURES;
        trouble = over || !trouble.isEmpty() ? trouble : reason;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }
}
