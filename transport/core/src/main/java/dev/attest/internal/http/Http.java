package dev.attest.internal.http;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to servers. Keeps a few connections open and reuses them. If {@link HttpSettings} do not say
 * otherwise, the settings of the JVM apply: trusted certificates ({@code javax.net.ssl.trustStore} and related
 * properties), and the proxy. Thread-safe.
 */
public final class Http implements Closeable {

    private static final GuardedLogger LOG = GuardedLogger.of(Http.class);

    /** How many bytes of a request are sent between two checks for a reply. Over TLS a check takes a millisecond. */
    private static final int LISTEN_EVERY = 64 * 1024;

    /** Set when the request itself is sent. Before that, the proxy is asked for a tunnel. */
    private static final String SENT = "attest.sent";

    private final HttpLimits limits;
    private final ReplyReader replies;
    private final AtomicLong ofService = new AtomicLong();
    private final ProxyRoutePlanner proxies;
    private final CloseableHttpClient client;
    /**
     * Cancels exchanges that take too long. HttpClient limits each single wait of an exchange, but neither their sum
     * nor a write. A server that accepts a byte now and then would block the caller for ever.
     */
    private final ScheduledThreadPoolExecutor deadlines = deadlines();

    /** Opens no connection yet. */
    public Http(HttpSettings settings) {
        this(settings, HttpLimits.DEFAULT);
    }

    Http(HttpSettings settings, HttpLimits limits) {
        this.limits = limits;
        this.replies = new ReplyReader(limits.replyBytes());
        this.proxies = ProxyRoutePlanner.ofProcess(settings);
        this.client = HttpClients.custom()
                .setConnectionManager(pool(settings, limits))
                .setRoutePlanner(proxies)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), SENT, Http::markSent)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.overall()))
                        .setResponseTimeout(Timeout.of(limits.idle()))
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Attest")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
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
        long began = System.nanoTime();
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::setHeader);
        Body body = request.body();
        AtomicBoolean begun = new AtomicBoolean();
        if (body != null) {
            message.setEntity(new EntityTemplate(body.length(), ContentType.parse(body.contentType()), out -> {
                begun.set(true);
                body.writeTo(out);
            }));
        }
        long length = body == null ? 0 : body.length();
        try {
            HttpHost target =
                    RoutingSupport.normalize(HttpHost.create(request.uri()), DefaultSchemePortResolver.INSTANCE);
            Response response = send(target, message, body == null ? null : begun, limits.deadline(length));
            LOG.log(Level.DEBUG, () -> outcome(request, length, String.valueOf(response.status()), began));
            if (isOfService(response.status())) {
                ofService.incrementAndGet();
            }
            return response;
        } catch (ExchangeFailedException e) {
            LOG.log(Level.DEBUG, () -> outcome(request, length, String.valueOf(e.getMessage()), began));
            throw e;
        } catch (IllegalStateException | RejectedExecutionException e) {
            throw new ExchangeFailedException(Failure.NOT_CONNECTED, "the client is closed", e);
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
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    private Response send(HttpHost target, HttpUriRequestBase message, @Nullable AtomicBoolean begun, Duration limit)
            throws ExchangeFailedException {
        Runnable cancel = message::cancel;
        ScheduledFuture<?> deadline = deadlines.schedule(cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return send(target, message, begun);
        } finally {
            deadline.cancel(false);
        }
    }

    private Response send(HttpHost target, HttpUriRequestBase message, @Nullable AtomicBoolean begun)
            throws ExchangeFailedException {
        ProxyServer proxy = proxies.proxyFor(target).orElse(null);
        HttpClientContext context = HttpClientContext.create();
        if (proxy != null) {
            proxy.prepare(context);
        }
        try {
            ClassicHttpResponse reply = client.executeOpen(target, message, context);
            boolean tunnelled = "https".equals(target.getSchemeName());
            Response response = replies.read(reply, proxy == null || tunnelled ? "" : proxy.shown());
            if (response.truncated()) {
                // Closing would read the rest. A reply that was read to its end is closed already.
                message.cancel();
            }
            if (proxy != null && context.getAttribute(SENT) == null) {
                throw ExchangeFailures.ofProxy(response, proxy);
            }
            return response;
        } catch (ExchangeFailedException e) {
            throw e;
        } catch (IOException e) {
            throw ExchangeFailures.of(e, begun, message.isCancelled(), proxy);
        } catch (Error e) {
            message.cancel(); // the client gives the connection back after exceptions only
            throw e;
        }
    }

    private static ClassicHttpResponse markSent(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(SENT, true);
        return chain.proceed(request, scope);
    }

    private static ScheduledThreadPoolExecutor deadlines() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "attest-http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static PoolingHttpClientConnectionManager pool(HttpSettings settings, HttpLimits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new TlsStrategy(settings))
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        // A server that refuses a large upload replies before its end. Without this the reply is lost.
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LISTEN_EVERY))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.idle()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }

    private static String outcome(Request request, long length, String what, long began) {
        return request.shown() + " (" + length + " bytes) -> " + what + " in " + (System.nanoTime() - began) / 1_000_000
                + " ms";
    }
}
