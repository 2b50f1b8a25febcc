package dev.attest.internal.http;

import java.io.Closeable;

/** Sends requests to a server. Thread-safe. */
public interface Http extends Closeable {

    /**
     * Sends the request once and returns the reply, whatever its status. Blocks until then. Does not retry, and does
     * not follow redirects.
     *
     * @throws ExchangeFailedException if there is no reply; it tells whether the request was possibly applied
     */
    Response exchange(Request request) throws ExchangeFailedException;

    /** Closes all connections. Exchanges under way fail. */
    @Override
    void close();
}
