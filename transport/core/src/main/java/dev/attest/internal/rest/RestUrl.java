package dev.attest.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Builds addresses from text of any kind. */
public final class RestUrl {

    private RestUrl() {}

    /**
     * Returns the address with a query.
     *
     * @param query names and values by turns
     */
    public static URI of(String address, String... query) {
        StringBuilder uri = new StringBuilder(address);
        for (int i = 0; i < query.length; i += 2) {
            uri.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(encode(query[i + 1]));
        }
        return URI.create(uri.toString());
    }

    /** Returns the text as a part of a path or of a query. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
