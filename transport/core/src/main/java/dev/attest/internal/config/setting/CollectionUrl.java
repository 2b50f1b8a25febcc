package dev.attest.internal.config.setting;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** URLs of an organization (Azure DevOps Services) or a collection (Azure DevOps Server). */
public final class CollectionUrl {

    static final String EXAMPLE = "https://dev.azure.com/contoso";
    private static final String SERVICES_HOST = "dev.azure.com";
    private static final String OLD_SERVICES_DOMAIN = ".visualstudio.com";

    private CollectionUrl() {}

    /** Returns the URL without a trailing slash. */
    static URI parse(String text) {
        var url = ServiceUrl.parse(text, "attest.azure.token", EXAMPLE);
        if (host(url).equals(SERVICES_HOST) && url.getRawPath().split("/+").length != 2) {
            throw new IllegalArgumentException("https://dev.azure.com/ with the organization and without the project");
        }
        return url;
    }

    /**
     * Returns whether the token of a job of the server {@code homeText} may be sent to {@code other}: they are the same
     * server, or both are Azure DevOps Services, which have two host names.
     */
    public static boolean sameService(String homeText, URI other) {
        URI home;
        try {
            home = ServiceUrl.uri(homeText, EXAMPLE);
        } catch (IllegalArgumentException e) {
            // A URL that is not valid identifies no server.
            return false;
        }
        if (services(home) && services(other)) {
            return true;
        }
        return scheme(home).equals(scheme(other)) && host(home).equals(host(other)) && port(home) == port(other);
    }

    private static boolean services(URI url) {
        return scheme(url).equals("https")
                && port(url) == 443
                && (host(url).equals(SERVICES_HOST) || host(url).endsWith(OLD_SERVICES_DOMAIN));
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return scheme(url).equals("https") ? 443 : 80;
    }

    private static String scheme(URI url) {
        return Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    private static String host(URI url) {
        return Objects.requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT);
    }
}
