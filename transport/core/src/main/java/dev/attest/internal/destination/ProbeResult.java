package dev.attest.internal.destination;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question to the service.
 *
 * @param kind in a word
 * @param message in a sentence or two: what the service told, or what was attempted, what came back and what to do
 * @param clockAhead how far the service's clock is ahead of this host's, to about a second; null where it did not tell
 */
public record ProbeResult(
        Kind kind, String message, @Nullable Duration clockAhead) {

    /** What may come of a question. */
    public enum Kind {
        /** The service did as it should. */
        OK,
        /** The name of the host has no address. */
        UNKNOWN_HOST,
        /** No connection came about. */
        NOT_CONNECTED,
        /** The certificate is not one that this JVM trusts. */
        NOT_TRUSTED,
        /** A connection, and no whole answer. */
        NO_ANSWER,
        /** The proxy wants credentials. */
        PROXY_CREDENTIALS,
        /** A page for people instead of an answer, or the way to one: a wrong token, or a portal in between. */
        SIGN_IN_PAGE,
        /** The service does not know the token or the login, or it lacks the scope. */
        TOKEN_REFUSED,
        /** The service knows who asks, and forbids this. */
        FORBIDDEN,
        /** There is no such project. */
        UNKNOWN_PROJECT,
        /** There is no such thing in the project. */
        NOT_FOUND,
        /** What answers is not the service that it should be. */
        NO_COLLECTION,
        /** The service is busy or broken; it may be better later. */
        UNWELL,
        /** Refused for a reason of its own. */
        REFUSED
    }

    /** Returns whether all is well. */
    public boolean ok() {
        return kind == Kind.OK;
    }
}
