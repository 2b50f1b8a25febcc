package dev.attest.internal.http;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to servers. Keeps a few connections open and reuses them. If {@link HttpSettings} do not say
 * otherwise, the settings of the JVM apply: trusted certificates ({@code javax.net.ssl.trustStore} and related
 * properties), and the proxy. Thread-safe.
 *
 * <p>Uses HttpCore only, which writes and reads the messages, and nothing of TLS before the first address that needs
 * it: in the JVM of a user's tests, each class that is loaded counts.
 */
public final class Http implements Closeable {

    static final String USER_AGENT = "Attest";

    private static final GuardedLogger LOG = GuardedLogger.of(Http.class);

    private final HttpLimits limits;
    private final ReplyReader replies;
    private final AtomicLong ofService = new AtomicLong();
    private final ProxyRoutePlanner proxies;
    private final Connector connector;
    private final ConnectionPool pool;
    private final RunningExchanges running = new RunningExchanges();

    /** Opens no connection yet. */
    public Http(HttpSettings settings) {
        this(settings, HttpLimits.DEFAULT);
    }

    Http(HttpSettings settings, HttpLimits limits) {
        this.limits = limits;
        this.replies = new ReplyReader(limits.replyBytes());
        this.proxies = ProxyRoutePlanner.ofProcess(settings);
        this.connector = new Connector(settings, limits, replies);
        this.pool = new ConnectionPool(settings.connections());
    }

    /**
     * Reads the certificates that servers are checked with. Without this call, the first connection with TLS does so,
     * when a test may have changed the properties of the JVM that name them.
     */
    public void prepareTls() {
        connector.prepareTls();
    }

    /** Returns the proxy for an address, without its credentials; empty if there is none. */
    public static Optional<URI> proxyTo(URI address, HttpSettings settings) {
        return ProxyRoutePlanner.ofProcess(settings)
                .proxyFor(HttpHost.create(address))
                .map(proxy -> URI.create(proxy.host().toURI()));
    }

    /**
     * Sends the request once and returns the reply, whatever its status. Blocks until then. Does not retry, and does
     * not follow redirects.
     *
     * @throws ExchangeFailedException if there is no reply; it tells whether the request was possibly applied
     */
    public Response exchange(Request request) throws ExchangeFailedException {
        return exchange(request, System.nanoTime() + Long.MAX_VALUE / 2);
    }

    /**
     * Sends the request once, and gives up when the time is over.
     *
     * @param until value of {@link System#nanoTime}; the limits of the client apply besides
     * @throws ExchangeFailedException if there is no reply; it tells whether the request was possibly applied
     */
    public Response exchange(Request request, long until) throws ExchangeFailedException {
        long began = System.nanoTime();
        Body body = request.body();
        long length = body == null ? 0 : body.length();
        long deadline = began + nanos(limits.deadline(length));
        Exchange exchange = new Exchange(until - deadline < 0 ? until : deadline);
        if (!running.add(exchange)) {
            throw new ExchangeFailedException(Failure.NOT_CONNECTED, "the client is closed", null);
        }
        try {
            Response response = send(request, exchange);
            LOG.log(Level.DEBUG, () -> outcome(request, length, String.valueOf(response.status()), began));
            if (isOfService(response.status())) {
                ofService.incrementAndGet();
            }
            return response;
        } catch (ExchangeFailedException e) {
            LOG.log(Level.DEBUG, () -> outcome(request, length, String.valueOf(e.getMessage()), began));
            throw e;
        } finally {
            running.remove(exchange);
        }
    }

    /** Returns how many replies have come so far that a proxy or a gateway does not give in place of a dead service. */
    public long repliesOfService() {
        return ofService.get();
    }

    private static boolean isOfService(int status) {
        return status != 407 && (status < 502 || status > 504);
    }

    /** Closes all connections. Exchanges under way fail. */
    @Override
    public void close() {
        running.close();
        pool.close();
    }

    private Response send(Request request, Exchange exchange) throws ExchangeFailedException {
        HttpHost server = Route.server(HttpHost.create(request.uri()));
        Route route = new Route(server, proxies.proxyFor(server).orElse(null));
        try {
            return send(request, route, exchange);
        } catch (ExchangeFailedException e) {
            throw e;
        } catch (IOException e) {
            throw ExchangeFailures.of(e, exchange.hasBegun(), exchange.isExpired(), route.proxy());
        }
    }

    private Response send(Request request, Route route, Exchange exchange) throws IOException {
        boolean reusable = false;
        Duration left = Duration.ofNanos(exchange.deadline() - System.nanoTime());
        Connection connection = pool.take(route.key(), left.compareTo(limits.overall()) < 0 ? left : limits.overall());
        try {
            connection = connection == null ? connector.open(route, exchange) : connection;
            exchange.uses(connection);
            if (request.body() == null) {
                exchange.begin();
            }
            ClassicHttpResponse reply = connection.exchange(message(request, route, exchange));
            ProxyServer proxy = route.forwarding();
            Response response = replies.read(reply, proxy == null ? "" : proxy.shown());
            reusable = !response.truncated() && connection.staysOpenAfter(reply) && exchange.release();
            return response;
        } finally {
            giveBack(connection, reusable);
        }
    }

    private void giveBack(@Nullable Connection connection, boolean reusable) {
        if (connection != null && reusable) {
            pool.giveBack(connection);
            return;
        }
        try {
            close(connection);
        } finally {
            pool.giveBack();
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            connection.close();
        }
    }

    private static BasicClassicHttpRequest message(Request request, Route route, Exchange exchange) {
        ProxyServer proxy = route.forwarding();
        URI uri = request.uri();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(
                request.method(), null, null, proxy == null ? target : uri.getScheme() + "://" + host + target);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setHeader("Host", host);
        if (proxy != null) {
            proxy.authorize(message);
        }
        Body body = request.body();
        if (body != null) {
            message.setEntity(new BodyEntity(body, exchange));
            message.setHeader("Content-Length", String.valueOf(body.length()));
            message.setHeader("Content-Type", body.contentType());
        }
        message.setHeader("Connection", "keep-alive");
        message.setHeader("User-Agent", USER_AGENT);
        return message;
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    private static String outcome(Request request, long length, String what, long began) {
        return request.shown() + " (" + length + " bytes) -> " + what + " in " + (System.nanoTime() - began) / 1_000_000
                + " ms";
    }
}
