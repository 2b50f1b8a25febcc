package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Opens connections. Prepares TLS for the first one that needs it. Thread-safe. */
final class Connector {

    private final HttpSettings settings;
    private final HttpLimits limits;
    private final ReplyReader replies;
    private @Nullable TlsStrategy tls;

    Connector(HttpSettings settings, HttpLimits limits, ReplyReader replies) {
        this.settings = settings;
        this.limits = limits;
        this.replies = replies;
    }

    /** @param exchange cancels it */
    Connection open(Route route, Exchange exchange) throws IOException {
        HttpHost hop = route.firstHop();
        Socket base = connect(hop, exchange);
        try {
            Socket socket = base;
            if (route.proxy() != null && hop.getSchemeName().equals("https")) {
                socket = tls().toProxy(base, hop.getHostName(), hop.getPort());
            }
            if (route.proxy() != null && route.isSecure()) {
                openTunnel(new Connection(route.key(), socket, base), route.server(), route.proxy());
            }
            if (route.isSecure()) {
                socket.setSoTimeout(
                        Math.min(socket.getSoTimeout(), millis(limits.connect().toMillis())));
                socket = tls().toServer(
                                socket,
                                route.server().getHostName(),
                                route.server().getPort());
            }
            socket.setSoTimeout(millis(limits.idle().toMillis()));
            return new Connection(route.key(), socket, base);
        } catch (Throwable e) {
            base.close();
            throw e;
        }
    }

    /** Tries each address of the host. */
    private Socket connect(HttpHost hop, Exchange exchange) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(hop.getHostName());
        for (int i = 0; ; i++) {
            Socket socket = new Socket();
            try {
                exchange.uses(socket);
                int timeout = millis(limits.connect().toMillis());
                socket.setSoTimeout(timeout);
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(addresses[i], hop.getPort()), timeout);
                return socket;
            } catch (IOException e) {
                socket.close();
                if (i == addresses.length - 1) {
                    throw new IOException(
                            "Connect to " + hop.toURI() + " " + Arrays.toString(addresses) + " failed: "
                                    + e.getMessage(),
                            e);
                }
            } catch (Throwable e) {
                socket.close();
                throw e;
            }
        }
    }

    private void openTunnel(Connection connection, HttpHost server, ProxyServer proxy) throws IOException {
        connection.socket().setSoTimeout(millis(limits.idle().toMillis()));
        String authority = server.toHostString();
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", null, null, authority);
        request.setHeader("Host", authority);
        proxy.authorize(request);
        request.setHeader("User-Agent", Http.USER_AGENT);
        ClassicHttpResponse reply = connection.exchange(request);
        if (reply.getCode() / 100 != 2) {
            throw ExchangeFailures.ofProxy(replies.read(reply, ""), proxy);
        }
    }

    /** Reads the certificates of the JVM now. A test may change the properties that name them. */
    void prepareTls() {
        try {
            tls();
        } catch (ExchangeFailedException e) {
            // The first exchange fails with it.
        }
    }

    private synchronized TlsStrategy tls() throws ExchangeFailedException {
        try {
            TlsStrategy known = tls == null ? new TlsStrategy(settings) : tls;
            tls = known;
            return known;
        } catch (IllegalStateException e) {
            throw new ExchangeFailedException(Failure.NOT_CONNECTED, String.valueOf(e.getMessage()), e);
        }
    }

    private static int millis(long millis) {
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
