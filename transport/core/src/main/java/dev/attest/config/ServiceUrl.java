package dev.attest.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of services: a host and a path, and nothing that could be a secret. */
final class ServiceUrl {

    private ServiceUrl() {}

    /**
     * Returns the address without a trailing slash.
     *
     * @param credentials the setting that holds what some write into an address
     * @param example of an address that will do
     */
    static URI parse(String text, String credentials, String example) {
        var url = uri(text, example);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("an address that starts with https:// or http://");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("an address without user and password: they belong in " + credentials);
        }
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("an address of a host and a path, such as " + example);
        }
        return url;
    }

    static URI uri(String text, String example) {
        try {
            return new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address such as " + example + ", with blanks as %20", e);
        }
    }
}
