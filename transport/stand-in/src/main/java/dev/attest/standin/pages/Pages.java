package dev.attest.standin.pages;

import dev.attest.standin.rules.Policy;
import dev.attest.standin.store.Store;
import dev.attest.standin.wire.Route;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The pages. */
public final class Pages {

    private Pages() {}

    /** Adds the routes of all pages. */
    public static void install(RoutesConfig routes, Policy policy, Store store, List<Route> api) {
        routes.get("/", context -> context.result(store.runs().count() + " runs"));
    }
}
