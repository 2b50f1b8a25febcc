package dev.attest.http;

import java.io.IOException;

/** No reply came to a request. Its message says why, in words, without method and address. */
public final class ExchangeFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** Creates the failure; the message ends a sentence that says what was attempted. */
    public ExchangeFailedException(Failure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** Returns what went wrong. */
    public Failure failure() {
        return failure;
    }

    /** What can go wrong before a reply begins. */
    public enum Failure {
        /** The name of the host has no address: misspelt, or no network. */
        UNKNOWN_HOST(false),
        /** Nothing was sent: refused, unreachable, no connection in time, the TLS handshake broke off. */
        NOT_CONNECTED(false),
        /** Nothing was sent: nobody who is trusted issued the certificate. */
        NOT_TRUSTED(false),
        /** Nothing was sent: the certificate is expired, or not valid yet. */
        OUT_OF_DATE(false),
        /** Nothing was sent: the certificate is of another host. */
        WRONG_HOST(false),
        /** Nothing was sent: the certificate is not the one that was pinned. */
        NOT_THE_PINNED_ONE(false),
        /** Nothing was sent: the proxy wants to know who goes through it, or knows them not. */
        PROXY_WANTS_LOGIN(false),
        /** Nothing was sent: the proxy lets nobody through to that host. */
        PROXY_REFUSES(false),
        /** The server never saw a whole request, since its body could not be read. */
        UNREADABLE_BODY(false),
        /** Sent in whole or in part, and then the connection broke. */
        CONNECTION_LOST(true),
        /** Sent in whole or in part, and no reply began in time. */
        TIMED_OUT(true);

        private final boolean maybeSent;

        Failure(boolean maybeSent) {
            this.maybeSent = maybeSent;
        }

        /** Returns whether the server may have seen the request, and carried it out. */
        public boolean maybeSent() {
            return maybeSent;
        }
    }
}
