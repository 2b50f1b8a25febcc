package dev.attest.internal.azure.history;

import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the questions about several tests at once, in daemon threads, until the time is over. Thread-safe. */
final class ParallelReview {

    /** A service that fails so often fails always, whatever is wrong with a single test. */
    private static final int MOST_FAILURES = 5;

    private final List<TestLook> tests;

    /** Each test once for each of its questions. */
    private final Deque<TestLook> waiting = new ArrayDeque<>();

    private final Set<TestLook> failed = new HashSet<>();
    private List<LookedAt> looked = List.of();
    private int running;
    private int failures;
    private boolean over;
    private String trouble = "";

    ParallelReview(List<TestLook> tests) {
        this.tests = tests;
        for (TestLook test : tests) {
            for (int i = test.questions(); i > 0; i--) {
                waiting.add(test);
            }
        }
    }

    /**
     * Asks all questions. Blocks until they are answered, or until the time is over.
     *
     * @param most maximum number of questions at the same time
     * @param until value of {@link System#nanoTime}
     */
    synchronized void run(int most, long until) {
        int threads = Math.min(most, waiting.size());
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
        looked = results();
    }

    private List<LookedAt> results() {
        List<LookedAt> results = new ArrayList<>();
        for (TestLook test : tests) {
            LookedAt result = failed.contains(test) ? null : result(test);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private @Nullable LookedAt result(TestLook test) {
        try {
            return test.result();
        } catch (RuntimeException e) {
            trouble = trouble.isEmpty() ? String.valueOf(e) : trouble; // the others are not to blame
            return null;
        }
    }

    private void start(String name) {
        try {
            Thread thread = new Thread(this::work, name);
            thread.setDaemon(true);
            thread.start();
            running++;
        } catch (OutOfMemoryError noThread) {
            trouble = "There is no memory for it.";
        } catch (SecurityException noThread) {
            trouble = "A security manager denies it.";
        }
    }

    /** Returns the tests of which all is known that is needed, those that matter most first. */
    synchronized List<LookedAt> looked() {
        return looked;
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
        int unknown = tests.size() - looked.size();
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
            for (TestLook test = next(); test != null; test = next()) {
                ask(test);
            }
        } finally {
            ended();
        }
    }

    private void ask(TestLook test) {
        try {
            test.ask();
        } catch (NotDeliveredException e) {
            failed(test, e.reason(), e.refused() && e.status() != 403);
        } catch (Throwable e) {
            failed(test, String.valueOf(e), false);
        }
    }

    private synchronized @Nullable TestLook next() {
        TestLook next = over || failures >= MOST_FAILURES ? null : waiting.poll();
        while (next != null && failed.contains(next)) {
            next = waiting.poll();
        }
        return next;
    }

    /** @param ofTest whether it may concern this test only */
    private synchronized void failed(TestLook test, String reason, boolean ofTest) {
        boolean first = failed.add(test);
        failures += !ofTest ? MOST_FAILURES : first ? 1 : 0;
        trouble = over || !trouble.isEmpty() ? trouble : reason;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }
}
