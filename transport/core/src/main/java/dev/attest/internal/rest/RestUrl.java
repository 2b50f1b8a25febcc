package dev.attest.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds URLs and encodes their parts. */
public final class RestUrl {

    private RestUrl() {}

    /** Returns the URL with a query of alternating names and values, which are not encoded yet. */
    public static URI of(String address, String... query) {
        StringBuilder uri = new StringBuilder(address);
        for (int i = 0; i < query.length; i += 2) {
            uri.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(encode(query[i + 1]));
        }
        return URI.create(uri.toString());
    }

    /** Returns the text percent-encoded for a path or a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
