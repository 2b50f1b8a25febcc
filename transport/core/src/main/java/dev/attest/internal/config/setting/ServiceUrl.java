package dev.attest.internal.config.setting;

import java.net.URI;
import java.net.URISyntaxException;

/** URLs of services: a scheme, a host and a path, without anything that could be a secret. */
final class ServiceUrl {

    private ServiceUrl() {}

    /**
     * Returns the URL without a trailing slash.
     *
     * @param credentials the settings for a user and a password that the URL must not contain
     * @param example a valid URL
     */
    static URI parse(String text, String credentials, String example) {
        var url = uri(text, example);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("a URL that starts with https:// or http://");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("a URL without user and password, which belong in " + credentials);
        }
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a URL with a host and a path, such as " + example);
        }
        return url;
    }

    static URI uri(String text, String example) {
        try {
            return new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a URL such as " + example + ", with spaces as %20", e);
        }
    }
}
