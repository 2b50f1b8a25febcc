package dev.attest.internal.http;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cancels exchanges that take too long, in a daemon thread that lives while there are any. A socket limits each single
 * read, but neither their sum nor a write. A server that accepts a byte now and then would block the caller for ever.
 * Thread-safe.
 */
final class RunningExchanges implements Closeable {

    private final List<Exchange> running = new ArrayList<>();
    private boolean watched;
    private boolean closed;
    private long wakeAt;

    /** Returns whether it is added, which it is unless this is closed. */
    synchronized boolean add(Exchange exchange) {
        if (closed) {
            return false;
        }
        if (!watched) {
            wakeAt = exchange.deadline();
            Thread thread = new Thread(this::watch, "attest-http-deadlines");
            thread.setDaemon(true);
            thread.start();
            watched = true;
        } else if (exchange.deadline() - wakeAt < 0) {
            notifyAll();
        }
        running.add(exchange);
        return true;
    }

    synchronized void remove(Exchange exchange) {
        running.remove(exchange);
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Exchange exchange : running) {
            exchange.cancel();
        }
        notifyAll();
    }

    private synchronized void watch() {
        try {
            while (!closed && !running.isEmpty()) {
                long now = System.nanoTime();
                wakeAt = expireAll(now);
                // Rounded up, so that it does not wake too early.
                TimeUnit.NANOSECONDS.timedWait(this, wakeAt - now + 999_999);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watched = false;
        }
    }

    /** Cancels those whose time is over. Returns when the next one has to be. */
    private long expireAll(long now) {
        long next = now + TimeUnit.MINUTES.toNanos(1);
        for (Exchange exchange : running) {
            if (exchange.isExpired()) {
                continue;
            }
            if (exchange.deadline() - now <= 0) {
                exchange.expire();
            } else if (exchange.deadline() - next < 0) {
                next = exchange.deadline();
            }
        }
        return next;
    }
}
