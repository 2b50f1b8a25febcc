package dev.attest.standin.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows the route of a request, whether it got that far or not. */
public final class RouteNames {

    private final Map<String, Pattern> routes = new LinkedHashMap<>();

    /** Adds a route, such as <code>/{collection}/_apis</code>. */
    public void add(String method, String template) {
        var regex = Pattern.compile("\\{[^/]+}").splitAsStream(template).map(Pattern::quote);
        var ending = template.endsWith("}") ? "[^/]+/?" : "/?";
        routes.put(
                method + " " + template,
                Pattern.compile(
                        method + " " + String.join("[^/]+", regex.toList()) + ending, Pattern.CASE_INSENSITIVE));
    }

    /** Returns the name of a request's route: its method and a star where it has none. */
    public String of(String method, String path) {
        var request = method + " " + path;
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matcher(request).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(method + " *");
    }
}
