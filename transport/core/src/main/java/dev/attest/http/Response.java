package dev.attest.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status such as 200
 * @param headers by name in lower case
 * @param body as text; empty where there is none
 * @param truncated whether the body did not come to its end: the connection broke, or it was longer than what is read
 * @param proxy address of the proxy that may have written this instead of the server; empty where there is none, or where
 *     a tunnel leads through it
 */
public record Response(int status, Map<String, List<String>> headers, String body, boolean truncated, String proxy) {

    public Response {
        headers = Map.copyOf(headers);
    }

    /** Returns the first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Returns whether a proxy or a portal put a page for people here. */
    public boolean isHtml() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    }
}
