package dev.attest.internal.browser;

import java.time.Duration;

/**
 * Interrupts the thread that created it after a time limit. The same thread closes it, which clears the interrupt. No
 * other thread calls the browser.
 */
final class Watchdog implements AutoCloseable {

    private final Thread watched = Thread.currentThread();
    private final long deadline;
    private boolean closed;
    private boolean timedOut;

    Watchdog(Duration timeLimit) {
        deadline = System.nanoTime() + timeLimit.toNanos();
        Thread waiting = new Thread(null, this::keepWatch, "attest-screenshot-bound", 0, false);
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Returns whether the time is over. */
    synchronized boolean hasTimedOut() {
        return timedOut;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (timedOut) {
            Thread.interrupted();
        }
    }

    private synchronized void keepWatch() {
        try {
            long remaining = deadline - System.nanoTime();
            while (!closed && remaining > 0) {
                wait(remaining / 1_000_000 + 1);
                remaining = deadline - System.nanoTime();
            }
            if (!closed) {
                timedOut = true;
                watched.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
