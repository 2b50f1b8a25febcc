package dev.attest.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if a request got no reply. The message says why, without method and address. */
public final class ExchangeFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** Creates the failure. The message completes a sentence that begins with the attempted request. */
    public ExchangeFailedException(Failure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** The reasons why a request gets no reply. */
    public enum Failure {
        /** The host name has no address: it is misspelt, or there is no network. */
        UNKNOWN_HOST,
        /** Nothing was sent: connection refused, host unreachable, connection timeout, or failed TLS handshake. */
        NOT_CONNECTED,
        /** Nothing was sent: the server speaks {@code http} on the port of an {@code https} address. */
        SPEAKS_HTTP,
        /** Nothing was sent: no trusted issuer signed the certificate. */
        NOT_TRUSTED,
        /** Nothing was sent: the certificate is expired or not valid yet. */
        OUT_OF_DATE,
        /** Nothing was sent: the certificate is for another host. */
        WRONG_HOST,
        /** Nothing was sent: the certificate is not the pinned one. */
        NOT_THE_PINNED_ONE,
        /** Nothing was sent: the proxy requires credentials, or rejects them. */
        PROXY_WANTS_LOGIN,
        /** Nothing was sent: the proxy refuses to connect to the host. */
        PROXY_REFUSES,
        /** The server never got a complete request, since the body could not be read. */
        UNREADABLE_BODY,
        /** The connection broke after all or part of the request was sent. */
        CONNECTION_LOST,
        /** No reply began in time after all or part of the request was sent. */
        TIMED_OUT
    }
}
