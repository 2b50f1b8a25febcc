package dev.attest.internal.browser;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that created it after a time limit, or after the shorter limit of a step. The same thread
 * closes it, which clears the interrupt. No other thread calls the browser.
 */
final class Watchdog implements AutoCloseable {

    private final Thread watched = Thread.currentThread();
    private final long deadline;
    private long stepDeadline;
    private boolean interrupted;
    private boolean closed;

    Watchdog(Duration timeLimit) {
        deadline = System.nanoTime() + timeLimit.toNanos();
        stepDeadline = deadline;
        Thread waiting = new Thread(null, this::keepWatch, "attest-screenshot-bound", 0, false);
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Returns whether the time of all steps is over. */
    boolean hasTimedOut() {
        return deadline - System.nanoTime() <= 0;
    }

    /**
     * Runs a step.
     *
     * @throws TimeoutException if the step was interrupted because its time or that of all steps was over
     * @throws Exception the exception of the step
     */
    <T> @Nullable T within(Duration limit, Callable<@Nullable T> step) throws Exception {
        begin(System.nanoTime() + limit.toNanos());
        try {
            T result = step.call();
            end();
            return result;
        } catch (Throwable e) {
            if (end()) {
                throw (TimeoutException) new TimeoutException("no answer in time").initCause(e);
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        end();
    }

    private synchronized void begin(long until) throws TimeoutException {
        if (hasTimedOut()) {
            throw new TimeoutException("no time left");
        }
        stepDeadline = until - deadline < 0 ? until : deadline;
        notifyAll();
    }

    /** Clears the interrupt; returns whether there was one. */
    private synchronized boolean end() {
        boolean wasInterrupted = interrupted;
        interrupted = false;
        stepDeadline = Long.MAX_VALUE;
        if (wasInterrupted) {
            Thread.interrupted();
        }
        return wasInterrupted;
    }

    private synchronized void keepWatch() {
        try {
            while (!closed) {
                if (stepDeadline == Long.MAX_VALUE) {
                    wait();
                    continue;
                }
                long remaining = stepDeadline - System.nanoTime();
                if (remaining > 0) {
                    wait(remaining / 1_000_000 + 1);
                } else {
                    stepDeadline = Long.MAX_VALUE;
                    interrupted = true;
                    watched.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
