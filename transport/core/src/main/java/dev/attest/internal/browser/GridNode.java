package dev.attest.internal.browser;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Selenium Grid which of its nodes runs a session. A Grid is recognized by a capability that holds its address:
 *
 * <pre>{@code
 * se:cdp = ws://hub:4444/session/a6f7b4c262a4/se/cdp
 * }</pre>
 */
record GridNode(Duration timeout) {

    private static final Pattern GRID = Pattern.compile("ws(s?://.+)/session/[^/]+/se/.*");

    GridNode() {
        this(Duration.ofSeconds(2));
    }

    /** Returns the address of the node; null if there is no Grid, or it does not tell. */
    @Nullable
    String of(Object driver, String session) throws Exception {
        Object capabilities = Reflection.call(driver, "getCapabilities");
        Object all = capabilities == null ? null : Reflection.call(capabilities, "asMap");
        String grid =
                all instanceof Map<?, ?> map ? gridOf(map.values().stream().map(String::valueOf)) : null;
        return grid == null ? null : inGrid(grid, session);
    }

    /** Returns the address of the node; null if the Grid does not tell. */
    @Nullable
    String inGrid(String grid, String session) throws IOException, InterruptedException {
        return ask(URI.create(grid + "/graphql"), session);
    }

    /** Returns the address of the Grid that the capabilities of a session name, or null. */
    static @Nullable String gridOf(JsonValue capabilities) {
        return gridOf(capabilities.names().stream().map(capabilities::text));
    }

    private static @Nullable String gridOf(Stream<String> values) {
        return values.map(GRID::matcher)
                .filter(Matcher::matches)
                .map(matcher -> "http" + matcher.group(1))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String ask(URI address, String session) throws IOException, InterruptedException {
        String query = "{ session(id: \"" + session + "\") { nodeUri } }";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("query", query))))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        return Json.read(answer.body())
                .get("data")
                .get("session")
                .get("nodeUri")
                .text()
                .orElse(null);
    }
}
