package dev.attest.internal.destination;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check request to a service.
 *
 * @param message one or two sentences: what the service reported; or what was attempted, what came back and what to do
 * @param clockAhead how far the clock of the service is ahead of the local one, to about a second; null if unknown
 */
public record ProbeResult(
        Kind kind, String message, @Nullable Duration clockAhead) {

    public enum Kind {
        /** The service answered as expected. */
        OK,
        /** The host name has no address. */
        UNKNOWN_HOST,
        /** No connection was made. */
        NOT_CONNECTED,
        /** This JVM does not trust the certificate. */
        NOT_TRUSTED,
        /** A connection was made, but no complete answer came. */
        NO_ANSWER,
        /** The proxy requires credentials. */
        PROXY_CREDENTIALS,
        /** A page for people, or a redirect to one: the token is wrong, or a portal intercepts requests. */
        SIGN_IN_PAGE,
        /** The service does not know the token or login, or the token lacks the scope. */
        TOKEN_REFUSED,
        /** The service knows the user and denies access. */
        FORBIDDEN,
        /** The project does not exist. */
        UNKNOWN_PROJECT,
        /** The item does not exist in the project. */
        NOT_FOUND,
        /** The server is not the expected service. */
        NO_COLLECTION,
        /** The service is busy or broken. A later request may succeed. */
        UNWELL,
        /** The service refused the request for another reason. */
        REFUSED
    }

    /** Returns a success without a clock difference. */
    public static ProbeResult ok(String message) {
        return new ProbeResult(Kind.OK, message, null);
    }

    public boolean ok() {
        return kind == Kind.OK;
    }
}
