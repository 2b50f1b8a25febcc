package dev.attest.internal.rest;

import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;

/** Hears of each request of a client, on the thread that made it. */
public interface ExchangeObserver {

    void exchanged(Request request, Response response);

    /** Hears of a request that got no response. */
    default void unanswered(Request request) {}
}
