package dev.attest.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** An open connection to a server, or to a proxy. One exchange uses it at a time. */
final class Connection implements Closeable {

    /** How many bytes of a request are sent between two checks for a reply. Over TLS a check takes a millisecond. */
    private static final int LISTEN_EVERY = 64 * 1024;

    private static final long LONGEST_LIFE = TimeUnit.MINUTES.toNanos(5);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(3);
    private static final long CHECKED_AFTER = TimeUnit.SECONDS.toNanos(1);

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final String route;
    private final Socket socket;
    // A server that refuses a large upload replies before its end. Without the strategy the reply is lost.
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(
            null, null, null, null, null, new MonitoringResponseOutOfOrderStrategy(LISTEN_EVERY), null, null);

    private final long opened = System.nanoTime();
    private long idleSince = opened;
    private long idleUntil = opened + LONGEST_IDLE;

    /**
     * @param route its {@linkplain Route#key() key}
     * @param socket open, and encrypted if it has to be
     * @param base the socket below that of TLS; the same if there is no TLS
     */
    Connection(String route, Socket socket, Socket base) throws IOException {
        this.route = route;
        this.socket = socket;
        if (socket instanceof SSLSocket secure) {
            http.bind(secure, base);
        } else {
            http.bind(socket);
        }
    }

    boolean leads(String key) {
        return route.equals(key);
    }

    Socket socket() {
        return socket;
    }

    /** Sends a request and returns the head of its reply. The body is still to be read. */
    ClassicHttpResponse exchange(ClassicHttpRequest request) throws IOException {
        try {
            http.sendRequestHeader(request);
            http.sendRequestEntity(request);
            http.flush();
            ClassicHttpResponse response = http.receiveResponseHeader();
            while (response.getCode() < OK) {
                response = http.receiveResponseHeader(); // that one was preliminary
            }
            boolean tunnel = request.getMethod().equals("CONNECT") && response.getCode() / 100 == 2;
            if (!tunnel && response.getCode() != NO_CONTENT && response.getCode() != NOT_MODIFIED) {
                http.receiveResponseEntity(response);
            }
            return response;
        } catch (HttpException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Returns whether another request may follow, when the reply was read to its end. */
    boolean staysOpenAfter(ClassicHttpResponse reply) {
        Header wish = reply.getFirstHeader("Connection");
        boolean hasEnd = reply.getEntity() == null
                || reply.getEntity().isChunked()
                || reply.getEntity().getContentLength() >= 0;
        boolean stays = wish == null
                ? !reply.getVersion().lessEquals(HttpVersion.HTTP_1_0)
                : wish.getValue().equalsIgnoreCase("keep-alive");
        if (!stays || !hasEnd || !http.isConsistent() || !http.isOpen()) {
            return false;
        }
        idleSince = System.nanoTime();
        idleUntil = idleSince + Math.min(LONGEST_IDLE, keepAlive(reply.getFirstHeader("Keep-Alive")));
        return true;
    }

    /** Returns how long the server promises to keep it open, in nanoseconds. */
    private static long keepAlive(@Nullable Header header) {
        String text = header == null ? "" : header.getValue();
        int from = text.indexOf("timeout=");
        if (from < 0) {
            return Long.MAX_VALUE;
        }
        long seconds = 0;
        for (int at = from + "timeout=".length(); at < text.length() && seconds < LONGEST_IDLE; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                break;
            }
            seconds = 10 * seconds + (digit - '0');
        }
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Returns whether it can be used again. The server may have closed it since. */
    boolean isFresh() {
        long now = System.nanoTime();
        if (now - idleUntil >= 0 || now - opened >= LONGEST_LIFE) {
            return false;
        }
        try {
            return now - idleSince < CHECKED_AFTER || !http.isStale();
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes it without waiting for anything. */
    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
