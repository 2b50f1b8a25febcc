package dev.attest.standin.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The routes of both APIs. It names the route of a request even if the request was never routed. */
public final class RouteCatalog {

    private final Map<Route, Pattern> routes = new LinkedHashMap<>();

    /** Adds routes. */
    public void add(List<Route> added) {
        added.forEach(route -> routes.put(route, pattern(route)));
    }

    private static Pattern pattern(Route route) {
        var regex = Pattern.compile("\\{[^/]+}").splitAsStream(route.path()).map(Pattern::quote);
        var ending = route.path().endsWith("}") ? "[^/]+/?" : "/?";
        return Pattern.compile(
                route.method() + " " + String.join("[^/]+", regex.toList()) + ending, Pattern.CASE_INSENSITIVE);
    }

    /** Returns all routes in the order in which they were added. */
    public List<Route> routes() {
        return List.copyOf(routes.keySet());
    }

    /**
     * Returns the name of a request's route, such as <code>GET /{collection}/_apis</code>. Without a route, the name is
     * the method and a star.
     */
    public String nameOf(String method, String path) {
        var request = method + " " + path;
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matcher(request).matches())
                .map(route -> route.getKey().method() + " " + route.getKey().path())
                .findFirst()
                .orElse(method + " *");
    }

    /**
     * A route of an API.
     *
     * @param documented true if documents or recordings of the service show its behaviour, false if it is assumed
     */
    public record Route(String method, String path, boolean documented, String note) {}
}
