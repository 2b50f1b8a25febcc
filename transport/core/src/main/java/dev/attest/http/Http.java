package dev.attest.http;

import java.io.Closeable;

/** The way to a server. Thread-safe. */
public interface Http extends Closeable {

    /**
     * Sends the request once and returns what came back, whatever its status. Blocks until then; nothing is sent a
     * second time and no redirect is followed.
     *
     * @throws ExchangeFailedException if no reply came; it tells whether the request may have been carried out
     */
    Response exchange(Request request) throws ExchangeFailedException;

    /** Gives up all connections; exchanges under way fail. */
    @Override
    void close();
}
