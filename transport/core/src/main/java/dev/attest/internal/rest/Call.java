package dev.attest.internal.rest;

import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.json.JsonText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param purpose ends the sentence "Cannot ..."
 * @param uri with the query
 * @param headers in addition to those that each request has
 * @param members names of the members that are read of the objects of the reply; empty for all
 */
public record Call(
        String purpose,
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body,
        Set<String> members) {

    private static final String JSON = "application/json; charset=utf-8";

    /** Creates a call without additional headers. */
    public Call(String purpose, String method, URI uri, @Nullable Body body) {
        this(purpose, method, uri, Map.of(), body, Set.of());
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
        return new Call(purpose, method, uri, extended, body, members);
    }

    /** Returns the same call, of whose reply only these members are read. A reply may have thousands of objects. */
    public Call reading(Set<String> names) {
        return new Call(purpose, method, uri, headers, body, names);
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
