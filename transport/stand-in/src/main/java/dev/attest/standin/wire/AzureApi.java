package dev.attest.standin.wire;

import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import dev.attest.standin.rules.Versions;
import dev.attest.standin.store.Store;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The REST API of Azure DevOps, as far as the publishing of tests needs it. */
public final class AzureApi {

    /** Where the resources are that may be reached with and without a project. */
    static final List<String> BASES = List.of("/{collection}", "/{collection}/{project}");

    /** What answers a call. */
    @FunctionalInterface
    interface Answer {
        void to(Call call) throws IOException;
    }

    private final RoutesConfig routes;
    private final Policy policy;
    private final Versions versions;
    private final List<Route> listed = new ArrayList<>();

    private AzureApi(RoutesConfig routes, Policy policy) {
        this.routes = routes;
        this.policy = policy;
        this.versions = new Versions(policy.product());
    }

    /**
     * Adds all routes, and returns their list.
     *
     * @param fileLimit how many bytes a file of a work item may have
     */
    public static List<Route> install(RoutesConfig routes, Policy policy, Store store, long fileLimit) {
        var api = new AzureApi(routes, policy);
        new LocationRoutes().addTo(api);
        new RunRoutes(store).addTo(api);
        new ResultRoutes(store).addTo(api);
        new AttachmentRoutes(store).addTo(api);
        new BuildRoutes().addTo(api);
        new PointRoutes(store).addTo(api);
        new PlanRoutes(store).addTo(api);
        new FileRoutes(store.files(), fileLimit).addTo(api);
        new WorkItemRoutes(store).addTo(api);
        new WorkItemHistoryRoutes(store).addTo(api);
        new WiqlRoutes(store).addTo(api);
        return List.copyOf(api.listed);
    }

    /** Returns whether a path belongs to the API, and so needs credentials. */
    public static boolean owns(String path) {
        var segments = path.toLowerCase(Locale.ROOT).split("/", 5);
        return (segments.length > 2 && segments[2].equals("_apis"))
                || (segments.length > 3 && segments[3].equals("_apis"));
    }

    /** Returns whether the request carries good credentials; if not, it has been answered. */
    public static boolean admit(Policy policy, Context context) {
        return new Credentials(policy).admit(context);
    }

    /** Returns whether the request carries the token; it has not been answered. */
    public static boolean opens(Policy policy, Context context) {
        return new Credentials(policy).opens(context);
    }

    /** Answers a request that is refused, in the form of the API. */
    public static void refuse(Context context, Refusal refusal) {
        ErrorReply.send(context, refusal);
    }

    void documented(HandlerType method, String path, Resource resource, String note, Answer answer) {
        add(method, new Route(method.toString(), path, true, note), resource, answer);
    }

    void assumed(HandlerType method, String path, Resource resource, String note, Answer answer) {
        add(method, new Route(method.toString(), path, false, note), resource, answer);
    }

    private void add(HandlerType method, Route route, Resource resource, Answer answer) {
        listed.add(route);
        routes.addEndpoint(
                Endpoint.create(method, route.path()).handler(context -> serve(context, route, resource, answer)));
    }

    private void serve(Context context, Route route, Resource resource, Answer answer) throws IOException {
        var writes = !route.method().equals("GET") && !route.method().equals("OPTIONS");
        var named = Versions.named(Call.query(context, "api-version"), context.header("Accept"));
        var version = versions.settle(resource, named, writes);
        var call = new Call(context, policy, version);
        if (call.hasProject()) {
            call.project();
        }
        answer.to(call);
    }
}
