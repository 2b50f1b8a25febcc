package dev.attest.internal.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request.
 *
 * @param method in capitals, such as {@code POST}
 * @param uri absolute, without user info
 * @param headers by name, in the order in which they are sent; without the headers of the body
 * @param body null for a request without a body
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body) {

    public Request {
        headers = new LinkedHashMap<>(headers);
    }

    /** Returns method and address without user info and query, which may hold secrets. */
    public String shown() {
        String authority = uri.getRawAuthority();
        String host = authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
        String path = uri.getRawPath();
        return method + " " + uri.getScheme() + "://" + host + (path == null ? "" : path);
    }

    /** Returns {@link #shown()}, since headers hold credentials. */
    @Override
    public String toString() {
        return shown();
    }
}
