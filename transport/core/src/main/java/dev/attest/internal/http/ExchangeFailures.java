package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Converts exceptions of sockets and of HttpCore. */
final class ExchangeFailures {

    private static final int MAX_DEPTH = 16;

    /** What the JDK says of a reply to the handshake that is text. */
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    private ExchangeFailures() {}

    /**
     * @param begun whether the server may know the request
     * @param proxy the proxy of the request, or null
     */
    static ExchangeFailedException of(
            IOException thrown, boolean begun, boolean pastDeadline, @Nullable ProxyServer proxy) {
        UntrustedCertificateException untrusted = begun ? null : cause(thrown, UntrustedCertificateException.class);
        if (untrusted != null) {
            return new ExchangeFailedException(untrusted.failure(), String.valueOf(untrusted.getMessage()), thrown);
        }
        Failure failure = failure(thrown, begun, pastDeadline);
        return new ExchangeFailedException(failure, describe(failure, detail(thrown, pastDeadline), proxy), thrown);
    }

    /** @param reply an error reply to the request for a tunnel */
    static ExchangeFailedException ofProxy(Response reply, ProxyServer proxy) {
        String who = "the proxy " + proxy.shown() + " answers " + reply.status();
        IOException cause = new IOException("CONNECT: " + reply.status());
        if (reply.status() == 407) {
            String schemes = String.join(", ", reply.headers().getOrDefault("proxy-authenticate", List.of()));
            String why = proxy.hasLogin() ? "does not take the credentials" : "wants credentials";
            return new ExchangeFailedException(
                    Failure.PROXY_WANTS_LOGIN,
                    who + ": it " + why + (schemes.isEmpty() ? "" : " (" + schemes + ")"),
                    cause);
        }
        Failure failure = reply.status() / 100 == 4 ? Failure.PROXY_REFUSES : Failure.NOT_CONNECTED;
        return new ExchangeFailedException(failure, who + " and makes no connection to the server", cause);
    }

    private static Failure failure(IOException thrown, boolean begun, boolean pastDeadline) {
        if (begun) {
            boolean late = pastDeadline || hasCause(thrown, InterruptedIOException.class);
            return late ? Failure.TIMED_OUT : Failure.CONNECTION_LOST;
        }
        if (hasCause(thrown, UnknownHostException.class)) {
            return Failure.UNKNOWN_HOST;
        }
        if (thrown instanceof SSLException
                && String.valueOf(thrown.getMessage()).contains(NO_TLS)) {
            return Failure.SPEAKS_HTTP;
        }
        return hasCause(thrown, GeneralSecurityException.class) ? Failure.NOT_TRUSTED : Failure.NOT_CONNECTED;
    }

    private static String detail(IOException thrown, boolean pastDeadline) {
        String detail = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return pastDeadline ? "the time for an exchange of this size is over" : detail;
    }

    private static String describe(Failure failure, String detail, @Nullable ProxyServer proxy) {
        String through = proxy == null ? "" : " through the proxy " + proxy.shown();
        return switch (failure) {
            case UNKNOWN_HOST ->
                proxy == null
                        ? "the host has no address (" + detail + ")"
                        : "the proxy " + proxy.shown() + " has no address (" + detail + ")";
            case NOT_CONNECTED -> "no connection" + through + " (" + detail + ")";
            case SPEAKS_HTTP -> "the server" + through + " speaks http on this port, not https (" + detail + ")";
            case CONNECTION_LOST -> "the connection" + through + " broke before a reply came (" + detail + ")";
            case TIMED_OUT -> "no reply came" + through + " in time (" + detail + ")";
            default -> "the certificate of the server is not trusted (" + detail + ")";
        };
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        return cause(thrown, type) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
