package dev.attest.standin;

import dev.attest.standin.control.Controls;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.guard.BrowserGuard;
import dev.attest.standin.pages.Pages;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.standin.traffic.RouteNames;
import dev.attest.standin.traffic.Traffic;
import dev.attest.standin.wire.AzureApi;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The order in which a request is looked at: guard, faults, credentials, route, faults, records, latency. */
final class HttpService {

    private static final String ARRIVED = "attest.arrived";

    private final Policy policy;
    private final Store store;
    private final Faults faults;
    private final Traffic traffic;
    private final Duration latency;
    private final long fileLimit;
    private final Clock clock;
    private final Stopping stopping = new Stopping();
    private final FaultGate gate;
    private final QaCompleteApi qaComplete;
    private final RouteNames names = new RouteNames();

    HttpService(
            Policy policy,
            QaCompleteApi qaComplete,
            Store store,
            Faults faults,
            Traffic traffic,
            Duration latency,
            long fileLimit,
            Clock clock) {
        this.policy = policy;
        this.qaComplete = qaComplete;
        this.store = store;
        this.faults = faults;
        this.traffic = traffic;
        this.latency = latency;
        this.fileLimit = fileLimit;
        this.clock = clock;
        this.gate = new FaultGate(faults, stopping, clock);
    }

    /** Ends every wait of a fault. */
    void stop() {
        stopping.stop();
    }

    Javalin create() {
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
                handler -> handler.addFilter(this::slowable, "/*", EnumSet.of(DispatcherType.REQUEST)));
        var routes = config.routes;
        routes.before(this::admit);
        var listed = new ArrayList<>(AzureApi.install(routes, policy, store, fileLimit));
        listed.addAll(qaComplete.install(routes));
        listed.forEach(route -> names.add(route.method(), route.path()));
        var pages = Pages.install(routes, policy, store, listed, faults, traffic);
        new Controls(policy, faults, traffic).addTo(routes);
        routes.exception(Refusal.class, (refusal, context) -> refuse(pages, refusal, context));
        routes.exception(FaultGate.Answered.class, (answered, context) -> {});
        routes.exception(Exception.class, HttpService::broken);
        routes.error(404, HttpService::unknown);
        routes.after(gate::prepare);
        routes.after(this::record);
        routes.after(this::deliver);
    }

    private void slowable(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new SlowRequest((HttpServletRequest) request, stopping), response);
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
            gate.enter(context);
            if (!letIn(context)) {
                throw new FaultGate.Answered();
            }
        }
    }

    private static boolean isApi(Context context) {
        return AzureApi.owns(context.path()) || QaCompleteApi.owns(context.path());
    }

    private boolean letIn(Context context) {
        return QaCompleteApi.owns(context.path()) ? qaComplete.admit(context) : AzureApi.admit(policy, context);
    }

    private void refuse(Pages pages, Refusal refusal, Context context) {
        if (QaCompleteApi.owns(context.path())) {
            qaComplete.refuse(context, refusal);
        } else if (AzureApi.owns(context.path())) {
            AzureApi.refuse(context, refusal);
        } else if (Controls.owns(context.path())) {
            Controls.refuse(context, refusal);
        } else {
            pages.refuse(context, refusal);
        }
    }

    private static void broken(Exception failure, Context context) {
        context.status(500).contentType("text/plain; charset=utf-8").result("The stand-in failed: " + failure);
    }

    private static void unknown(Context context) {
        if (context.endpoints().lastHttpEndpoint() == null) {
            context.contentType("text/plain; charset=utf-8")
                    .result("The stand-in has no route for " + context.method() + " " + context.path()
                            + "; its routes are listed at /routes.");
        }
    }

    private void record(Context context) {
        if (Controls.owns(context.path())) {
            return;
        }
        var headers = new TreeMap<String, String>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.remove("authorization");
        var query = context.queryString();
        var status = FaultGate.dropped(context) || QaCompleteApi.resets(context) ? 0 : context.statusCode();
        var method = context.method().toString();
        traffic.add(new RecordedRequest(
                Objects.requireNonNull(context.<Instant>attribute(ARRIVED)),
                method,
                names.of(method, context.path()),
                context.req().getRequestURI() + (query == null ? "" : "?" + query),
                status,
                Wire.bytesOf(context),
                headers));
    }

    private void deliver(Context context) {
        if (!isApi(context)) {
            return;
        }
        stopping.during(latency);
        if (QaCompleteApi.resets(context)) {
            Wire.reset(context);
            return;
        }
        try {
            gate.deliver(context);
        } catch (IOException e) {
            // The client did not wait for the end of it.
            Wire.hangUp(context);
        }
    }
}
