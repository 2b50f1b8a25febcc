package dev.attest.internal.browser;

import java.time.Duration;

/**
 * Interrupts the thread that made it if that takes too long, which the HTTP clients of Selenium heed. Nobody but that
 * thread ever touches the browser. Closing takes the interruption back, and belongs to the same thread.
 */
final class Watchdog implements AutoCloseable {

    private final Thread watched = Thread.currentThread();
    private final long deadline;
    private boolean closed;
    private boolean barked;

    Watchdog(Duration bound) {
        deadline = System.nanoTime() + bound.toNanos();
        Thread waiting = new Thread(null, this::keepWatch, "attest-screenshot-bound", 0, false);
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Returns whether time is up. */
    synchronized boolean hasBarked() {
        return barked;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (barked) {
            Thread.interrupted();
        }
    }

    private synchronized void keepWatch() {
        try {
            long left = deadline - System.nanoTime();
            while (!closed && left > 0) {
                wait(left / 1_000_000 + 1);
                left = deadline - System.nanoTime();
            }
            if (!closed) {
                barked = true;
                watched.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
