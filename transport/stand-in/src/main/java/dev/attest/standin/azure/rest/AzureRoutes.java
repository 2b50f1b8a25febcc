package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.VersionCheck;
import dev.attest.standin.traffic.RouteCatalog.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Registers the routes of Azure DevOps, and checks the API version and the project before a route runs. */
public final class AzureRoutes {

    /** The prefixes of resources that can be addressed with and without a project. */
    public static final List<String> BASES = List.of("/{collection}", "/{collection}/{project}");

    /** Answers a call. */
    @FunctionalInterface
    public interface AzureHandler {
        void to(AzureCall call) throws IOException;
    }

    private final RoutesConfig routes;
    private final Policy policy;
    private final VersionCheck versions;
    private final List<Route> listed = new ArrayList<>();

    /** Creates an empty table of routes. */
    public AzureRoutes(RoutesConfig routes, Policy policy) {
        this.routes = routes;
        this.policy = policy;
        this.versions = new VersionCheck(policy.product());
    }

    /** Returns the routes that were added so far. */
    public List<Route> listed() {
        return List.copyOf(listed);
    }

    /**
     * Adds a route.
     *
     * @param note what is assumed beyond the documents and recordings of the service
     */
    public void add(HandlerType method, String path, ApiResource resource, String note, AzureHandler answer) {
        listed.add(new Route(method.toString(), path, true, note));
        routes.addEndpoint(Endpoint.create(method, path).handler(context -> serve(context, method, resource, answer)));
    }

    private void serve(Context context, HandlerType method, ApiResource resource, AzureHandler answer)
            throws IOException {
        var writes = !method.equals(HandlerType.GET) && !method.equals(HandlerType.OPTIONS);
        var named = VersionCheck.named(AzureCall.query(context, "api-version"), context.header("Accept"));
        var version = versions.check(resource, named, writes);
        var call = new AzureCall(context, policy, version);
        if (call.hasProject()) {
            call.project();
        }
        answer.to(call);
    }
}
