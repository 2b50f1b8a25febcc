package dev.attest.internal.rest;

import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param purpose what it is for: ends the sentence "Cannot ..."
 * @param method of HTTP, such as {@code POST}
 * @param uri with its query
 * @param headers besides those that each call has
 * @param body or null
 */
public record Call(
        String purpose,
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body) {

    /** Creates a call without headers of its own. */
    public Call(String purpose, String method, URI uri, @Nullable Body body) {
        this(purpose, method, uri, Map.of(), body);
    }

    /** Returns the body of a request that carries JSON. */
    public static Body json(String json) {
        return Body.text("application/json; charset=utf-8", json);
    }

    /** Returns the same call with one more header. */
    public Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(purpose, method, uri, more, body);
    }

    /** Returns whether the call can change something at the service. */
    public boolean writes() {
        return !method.equals("GET") && !method.equals("OPTIONS");
    }

    /** Returns how many bytes it carries. */
    public long length() {
        return body == null ? 0 : body.length();
    }

    /** Returns method and address for people, without the query. */
    String shown() {
        return new Request(method, uri, Map.of(), null).shown();
    }
}
