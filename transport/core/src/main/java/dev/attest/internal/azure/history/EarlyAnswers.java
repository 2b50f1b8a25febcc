package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks for earlier results of tests that have failed, while others run: one question at a time, in a daemon thread that
 * ends when there is none. The first failure ends this for good. What is missing is asked for at the end. Thread-safe.
 */
final class EarlyAnswers {

    private static final GuardedLogger LOG = GuardedLogger.of(EarlyAnswers.class);

    /** A service that takes longer is not asked again before the end. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Earlier results that are kept until the end. Each takes some 300 bytes. */
    private static final int MOST_KEPT = 3000;

    private final EarlierResults earlier;
    private final int most;
    private final Map<Integer, Entry> byRow = new HashMap<>();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private @Nullable Entry asking;
    private int askingNumber;
    private boolean working;
    private boolean over;
    private int kept;
    private long until;

    /** What is asked about one test. The answers hold for all its attempts. */
    private static final class Entry {

        final AutomatedTest test;
        final @Nullable EarlierResults.Part[] parts;

        Entry(AutomatedTest test, int questions) {
            this.test = test;
            this.parts = new EarlierResults.Part[questions];
        }
    }

    /** @param most maximum number of tests */
    EarlyAnswers(EarlierResults earlier, int most) {
        this.earlier = earlier;
        this.most = most;
    }

    /** Asks about a test, unless it was asked about. Does not block. */
    synchronized void ask(ReviewedTest test, AutomatedTest named) {
        if (over || byRow.containsKey(test.row()) || byRow.size() >= most) {
            return;
        }
        Entry entry = new Entry(named, earlier.questions());
        byRow.put(test.row(), entry);
        waiting.add(entry);
        if (!working) {
            start();
        }
    }

    private void start() {
        try {
            Thread thread = new Thread(this::work, "attest-history-early");
            thread.setDaemon(true);
            thread.start();
            working = true;
        } catch (OutOfMemoryError | SecurityException noThread) {
            over = true;
        }
    }

    /** Begins no more questions. */
    synchronized void stop() {
        over = true;
    }

    /**
     * Begins no more questions.
     *
     * @param end value of {@link System#nanoTime} at which nobody waits for an answer any more
     */
    synchronized void stop(long end) {
        over = true;
        until = end;
    }

    /**
     * Returns an answer, after it has been stopped. Waits for the one whose question is under way.
     *
     * @return null if there is none
     */
    synchronized EarlierResults.@Nullable Part answer(ReviewedTest test, int number) {
        Entry entry = byRow.get(test.row());
        if (entry == null) {
            return null;
        }
        try {
            long left = until - System.nanoTime();
            while (entry == asking && number == askingNumber && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return entry.parts[number];
    }

    private void work() {
        try {
            if (!earlier.api().versions().hasHistory()) {
                stop();
            }
            for (Entry entry = next(); entry != null; entry = next()) {
                for (int number = 0; begins(entry, number); number++) {
                    answered(entry, number, ask(entry, number));
                }
            }
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Earlier results are asked for at the end: " + e.reason());
            failed();
        } catch (Throwable e) {
            LOG.log(Level.DEBUG, () -> "Earlier results are asked for at the end", e);
            failed();
        }
    }

    private EarlierResults.Part ask(Entry entry, int number) throws NotDeliveredException {
        AzureApi limited = earlier.api().until(System.nanoTime() + LONGEST.toNanos());
        return new EarlierResults(limited, earlier.settings(), earlier.clock()).ask(entry.test, number);
    }

    private synchronized @Nullable Entry next() {
        Entry next = over ? null : waiting.poll();
        working = next != null;
        return next;
    }

    private synchronized boolean begins(Entry entry, int number) {
        boolean begins = !over && number < entry.parts.length;
        asking = begins ? entry : null;
        askingNumber = number;
        return begins;
    }

    private synchronized void answered(Entry entry, int number, EarlierResults.Part part) {
        entry.parts[number] = part;
        kept += part.results().size();
        over |= kept >= MOST_KEPT;
        asking = null;
        notifyAll();
    }

    private synchronized void failed() {
        over = true;
        asking = null;
        notifyAll();
    }
}
