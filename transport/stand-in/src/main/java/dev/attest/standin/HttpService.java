package dev.attest.standin;

import dev.attest.standin.faults.Faults;
import dev.attest.standin.guard.BrowserGuard;
import dev.attest.standin.pages.Pages;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.standin.traffic.Traffic;
import dev.attest.standin.wire.AzureApi;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The order in which a request is looked at: guard, faults, credentials, route, faults, records. */
final class HttpService {

    private final Policy policy;
    private final Store store;
    private final FaultGate faults;
    private final Traffic traffic;

    HttpService(Policy policy, Store store, Faults faults, Traffic traffic) {
        this.policy = policy;
        this.store = store;
        this.faults = new FaultGate(faults);
        this.traffic = traffic;
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
        var threads = new QueuedThreadPool(64, 4);
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        // Stopping does not wait for clients that keep their connections open.
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        var routes = config.routes;
        routes.before(this::admit);
        var listed = AzureApi.install(routes, policy, store);
        Pages.install(routes, policy, store, listed);
        routes.exception(FaultGate.Answered.class, (answered, context) -> {});
        routes.exception(Exception.class, HttpService::broken);
        routes.error(404, HttpService::unknown);
        routes.after(faults::leave);
        routes.after(this::record);
    }

    private void admit(Context context) {
        var navigation = context.method().toString().equals("GET") && !AzureApi.owns(context.path());
        new BrowserGuard(context.req().getLocalPort())
                .check(
                        context.header("Host"),
                        context.header("Origin"),
                        context.header("Sec-Fetch-Site"),
                        navigation && "navigate".equals(context.header("Sec-Fetch-Mode")));
        faults.enter(context);
        if (AzureApi.owns(context.path()) && !AzureApi.admit(policy, context)) {
            throw new FaultGate.Answered();
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
        var headers = new TreeMap<String, String>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.remove("authorization");
        var query = context.queryString();
        var status = FaultGate.dropped(context) ? 0 : context.statusCode();
        traffic.add(new RecordedRequest(
                context.method().toString(),
                context.req().getRequestURI() + (query == null ? "" : "?" + query),
                status,
                Wire.bytesOf(context),
                headers));
    }
}
