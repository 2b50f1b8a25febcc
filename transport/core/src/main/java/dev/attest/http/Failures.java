package dev.attest.http;

import dev.attest.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells what an exception of HttpClient means for the request. */
final class Failures {

    private static final int DEEPEST_CAUSE = 16;

    private Failures() {}

    /** @param entity the body, which tells whether any of it was sent; null for a request without one */
    static ExchangeFailedException of(IOException thrown, @Nullable BodyEntity entity, boolean pastDeadline) {
        boolean begun = entity == null ? !isOfConnecting(thrown) : entity.begun();
        Failure failure = failure(thrown, begun, pastDeadline);
        return new ExchangeFailedException(failure, describe(failure, thrown), thrown);
    }

    private static boolean isOfConnecting(IOException thrown) {
        return hasCause(thrown, UnknownHostException.class)
                || hasCause(thrown, ConnectException.class)
                || hasCause(thrown, ConnectTimeoutException.class)
                || hasCause(thrown, NoRouteToHostException.class)
                || hasCause(thrown, SSLException.class);
    }

    private static Failure failure(IOException thrown, boolean begun, boolean pastDeadline) {
        if (hasCause(thrown, UnreadableBodyException.class)) {
            return Failure.UNREADABLE_BODY;
        }
        if (begun) {
            boolean late = pastDeadline || hasCause(thrown, InterruptedIOException.class);
            return late ? Failure.TIMED_OUT : Failure.CONNECTION_LOST;
        }
        if (hasCause(thrown, UnknownHostException.class)) {
            return Failure.UNKNOWN_HOST;
        }
        boolean untrusted =
                hasCause(thrown, GeneralSecurityException.class) || hasCause(thrown, SSLPeerUnverifiedException.class);
        return untrusted ? Failure.NOT_TRUSTED : Failure.NOT_CONNECTED;
    }

    private static String describe(Failure failure, IOException thrown) {
        String detail = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return switch (failure) {
            case UNKNOWN_HOST -> "the host has no address (" + detail + ")";
            case NOT_CONNECTED -> "no connection (" + detail + ")";
            case NOT_TRUSTED -> "the certificate of the server is not trusted (" + detail + ")";
            case UNREADABLE_BODY -> detail;
            case CONNECTION_LOST -> "the connection broke before a reply came (" + detail + ")";
            case TIMED_OUT -> "no reply came in time (" + detail + ")";
        };
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
