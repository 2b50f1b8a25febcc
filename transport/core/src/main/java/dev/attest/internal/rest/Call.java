package dev.attest.internal.rest;

import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.json.JsonText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param purpose ends the sentence "Cannot ..."
 * @param uri with the query
 * @param headers in addition to those that each request has
 */
public record Call(
        String purpose,
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body) {

    private static final String JSON = "application/json; charset=utf-8";

    /** Creates a call without additional headers. */
    public Call(String purpose, String method, URI uri, @Nullable Body body) {
        this(purpose, method, uri, Map.of(), body);
    }

    public static Body json(String json) {
        return Body.text(JSON, json);
    }

    public static Body json(JsonText json) {
        return Body.text(JSON, json.bytes());
    }

    public Call with(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(name, value);
        return new Call(purpose, method, uri, extended, body);
    }

    /** Returns whether the call can change something at the service. */
    public boolean writes() {
        return !method.equals("GET") && !method.equals("OPTIONS");
    }

    public long length() {
        return body == null ? 0 : body.length();
    }

    /** Returns method and URL without the query, for messages. */
    String shown() {
        return new Request(method, uri, Map.of(), null).shown();
    }
}
