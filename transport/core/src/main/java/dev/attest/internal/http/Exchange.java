package dev.attest.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** One request on its way. Another thread can cancel it, which closes what it waits for. Thread-safe. */
final class Exchange {

    private final long deadline;
    private @Nullable Closeable socket;
    private boolean begun;
    private boolean expired;
    private boolean cancelled;

    /** @param deadline value of {@link System#nanoTime} at which it is cancelled */
    Exchange(long deadline) {
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    /** Closes this, instead of what it was told before, when the exchange is cancelled. */
    synchronized void uses(Closeable opened) throws IOException {
        socket = opened;
        if (cancelled) {
            close();
            throw new SocketException("Socket closed");
        }
    }

    /** Uses nothing any more. Returns false if it was cancelled, and what it used is closed. */
    synchronized boolean release() {
        socket = null;
        return !cancelled;
    }

    /** Records that the server may know the request from now on. */
    synchronized void begin() {
        begun = true;
    }

    /** Returns whether the server may know the request. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** Cancels the exchange because its time is over. */
    synchronized void expire() {
        expired = true;
        cancel();
    }

    synchronized boolean isExpired() {
        return expired;
    }

    synchronized void cancel() {
        cancelled = true;
        close();
    }

    private void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
