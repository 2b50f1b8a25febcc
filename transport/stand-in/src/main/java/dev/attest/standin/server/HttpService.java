package dev.attest.standin.server;

import dev.attest.standin.azure.AzureApi;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.pages.Pages;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.standin.traffic.RequestLog;
import dev.attest.standin.traffic.RouteCatalog;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server. Each request passes these steps in order: browser guard, faults, credentials, route, changes of the
 * reply by faults, request log, latency.
 */
public final class HttpService {

    private static final String ARRIVED = "attest.arrived";

    private final Policy policy;
    private final Store store;
    private final Faults faults;
    private final RequestLog requests;
    private final Duration latency;
    private final long fileLimit;
    private final Clock clock;
    private final StopSignal stop = new StopSignal();
    private final FaultInjector injector;
    private final QaCompleteApi qaComplete;
    private final RouteCatalog catalog = new RouteCatalog();

    /** Creates the server; {@link #create} gives it its routes. */
    public HttpService(
            Policy policy,
            QaCompleteApi qaComplete,
            Store store,
            Faults faults,
            RequestLog requests,
            Duration latency,
            long fileLimit,
            Clock clock) {
        this.policy = policy;
        this.qaComplete = qaComplete;
        this.store = store;
        this.faults = faults;
        this.requests = requests;
        this.latency = latency;
        this.fileLimit = fileLimit;
        this.clock = clock;
        this.injector = new FaultInjector(faults, stop, clock);
    }

    /** Ends all waits of faults, so that the server can stop. */
    public void stop() {
        stop.trigger();
    }

    /** Creates the server without starting it. */
    public Javalin create() {
        return Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.caseInsensitiveRoutes = true;
        config.http.maxRequestSize = Long.MAX_VALUE;
        config.http.defaultContentType = "text/plain";
        // A request that hangs or drips holds its thread.
        var threads = new QueuedThreadPool(256, 4);
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        // Stopping does not wait for clients that keep their connections open.
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.modifyServletContextHandler(
                handler -> handler.addFilter(this::throttle, "/*", EnumSet.of(DispatcherType.REQUEST)));
        var routes = config.routes;
        routes.before(this::admit);
        catalog.add(AzureApi.install(routes, policy, store, fileLimit));
        catalog.add(qaComplete.install(routes));
        var pages = Pages.install(routes, policy, store, catalog.routes(), faults, requests);
        new ControlRoutes(policy, faults, requests, store.builds()).addTo(routes);
        routes.exception(Refusal.class, (refusal, context) -> refuse(pages, refusal, context));
        routes.exception(FaultInjector.RequestAnswered.class, (answered, context) -> {});
        routes.exception(Exception.class, HttpService::reportBug);
        routes.error(404, HttpService::reportUnknownRoute);
        routes.after(injector::alterReply);
        routes.after(this::record);
        routes.after(this::send);
    }

    private void throttle(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new ThrottledRequest((HttpServletRequest) request, stop), response);
    }

    private void admit(Context context) throws IOException {
        context.attribute(ARRIVED, clock.instant());
        var navigation = context.method().toString().equals("GET") && !isApi(context);
        new BrowserGuard(context.req().getLocalPort())
                .check(
                        context.header("Host"),
                        context.header("Origin"),
                        context.header("Sec-Fetch-Site"),
                        navigation && "navigate".equals(context.header("Sec-Fetch-Mode")));
        if (isApi(context)) {
            injector.beforeHandling(context);
            if (!admitByCredentials(context)) {
                throw new FaultInjector.RequestAnswered();
            }
        }
    }

    private static boolean isApi(Context context) {
        return AzureApi.owns(context.path()) || QaCompleteApi.owns(context.path());
    }

    private boolean admitByCredentials(Context context) {
        return QaCompleteApi.owns(context.path()) ? qaComplete.admit(context) : AzureApi.admit(policy, context);
    }

    private void refuse(Pages pages, Refusal refusal, Context context) {
        if (QaCompleteApi.owns(context.path())) {
            qaComplete.refuse(context, refusal);
        } else if (AzureApi.owns(context.path())) {
            AzureApi.refuse(context, refusal);
        } else if (ControlRoutes.owns(context.path())) {
            ControlRoutes.refuse(context, refusal);
        } else {
            pages.refuse(context, refusal);
        }
    }

    private static void reportBug(Exception failure, Context context) {
        context.status(500).contentType("text/plain; charset=utf-8").result("The stand-in failed: " + failure);
    }

    private static void reportUnknownRoute(Context context) {
        if (context.endpoints().lastHttpEndpoint() == null) {
            context.contentType("text/plain; charset=utf-8")
                    .result("The stand-in has no route for " + context.method() + " " + context.path()
                            + "; its routes are listed at /routes.");
        }
    }

    private void record(Context context) {
        if (ControlRoutes.owns(context.path())) {
            return;
        }
        var headers = new TreeMap<String, String>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.remove("authorization");
        var query = context.queryString();
        var status = FaultInjector.withholdsReply(context) || QaCompleteApi.resets(context) ? 0 : context.statusCode();
        var method = context.method().toString();
        requests.add(new RecordedRequest(
                Objects.requireNonNull(context.<Instant>attribute(ARRIVED)),
                method,
                catalog.nameOf(method, context.path()),
                context.req().getRequestURI() + (query == null ? "" : "?" + query),
                status,
                JettyConnection.requestSize(context),
                headers));
    }

    private void send(Context context) {
        if (!isApi(context)) {
            return;
        }
        stop.await(latency);
        if (QaCompleteApi.resets(context)) {
            JettyConnection.reset(context);
            return;
        }
        try {
            injector.send(context);
        } catch (IOException e) {
            // The client closed the connection before the reply was complete.
            JettyConnection.close(context);
        }
    }
}
