package dev.attest.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Limits the number of connections, and keeps those that wait for the next exchange. Thread-safe. */
final class ConnectionPool implements Closeable {

    private final int most;
    private final List<Connection> idle;
    private int taken;
    private boolean closed;

    /** @param most maximum number of connections */
    ConnectionPool(int most) {
        this.most = most;
        this.idle = new ArrayList<>(most);
    }

    /**
     * Takes a place, and waits for it if all are taken. Each place has to be returned.
     *
     * @return an open connection of that route, or null if the caller has to open one
     */
    @Nullable
    Connection take(String route, Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        Connection found = takeIdle(route, until);
        boolean taken = false;
        try {
            while (found != null && !found.isFresh()) {
                found.close();
                found = nextIdle(route);
            }
            taken = true;
            return found;
        } finally {
            if (!taken) { // memory is short
                giveBack();
            }
        }
    }

    private synchronized @Nullable Connection takeIdle(String route, long until) throws IOException {
        while (!closed && taken == most) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("all " + most + " connections are in use");
            }
            await(left);
        }
        if (closed) {
            throw new SocketException("the client is closed");
        }
        taken++;
        Connection found = nextIdle(route);
        if (found == null && taken + idle.size() > most) {
            idle.remove(0).close(); // it is of another route
        }
        return found;
    }

    private void await(long nanos) throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while all connections were in use");
        }
    }

    private synchronized @Nullable Connection nextIdle(String route) {
        for (int i = idle.size() - 1; i >= 0; i--) {
            if (idle.get(i).leads(route)) {
                return idle.remove(i);
            }
        }
        return null;
    }

    /** Returns a place with its connection, for the next exchange. */
    synchronized void giveBack(Connection connection) {
        try {
            if (closed) {
                connection.close();
            } else {
                idle.add(connection);
            }
        } finally {
            giveBack();
        }
    }

    /** Returns a place whose connection is closed. */
    synchronized void giveBack() {
        taken--;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Connection connection : idle) {
            connection.close();
        }
        idle.clear();
        notifyAll();
    }
}
