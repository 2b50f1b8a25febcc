package dev.attest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param method in capitals, such as {@code POST}
 * @param uri absolute, without user info
 * @param headers by name, in the order in which they travel; without those that describe the body
 * @param body or null for a request without one
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body) {

    public Request {
        headers = new LinkedHashMap<>(headers);
    }

    /** Returns method and address for people: without user info and query, where secrets might be. */
    public String shown() {
        String authority = uri.getRawAuthority();
        String host = authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
        String path = uri.getRawPath();
        return method + " " + uri.getScheme() + "://" + host + (path == null ? "" : path);
    }

    /** Returns {@link #shown()}: headers carry credentials. */
    @Override
    public String toString() {
        return shown();
    }
}
