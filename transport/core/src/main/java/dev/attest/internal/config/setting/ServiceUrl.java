package dev.attest.internal.config.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs of services: a scheme, a host and a path, without anything that could be a secret. */
public final class ServiceUrl {

    static final String COLLECTION_EXAMPLE = "https://dev.azure.com/contoso";
    private static final String SERVICES_HOST = "dev.azure.com";
    private static final String OLD_SERVICES_DOMAIN = ".visualstudio.com";

    /** Where the pages of a project begin. */
    private static final Pattern PAGE = Pattern.compile(
            "/_(git|apis|build|home|dashboards|workitems|boards|backlogs|sprints|queries|wiki|release|releases"
                    + "|TestManagement|testPlans|versionControl|admin|settings)(/|$)",
            Pattern.CASE_INSENSITIVE);

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

    /** Returns the URL of an organization of Azure DevOps Services or a collection of Azure DevOps Server. */
    static URI parseCollection(String text) {
        var url = parse(text, "attest.azure.token", COLLECTION_EXAMPLE);
        String[] path = url.getRawPath().split("/+");
        if (host(url).equals(SERVICES_HOST) && path.length != 2) {
            String corrected = path.length < 2 ? "" : ", so " + origin(url) + "/" + path[1];
            throw new IllegalArgumentException(
                    "https://dev.azure.com/ with the organization and without the project" + corrected);
        }
        if (host(url).endsWith(OLD_SERVICES_DOMAIN) && hasProject(path)) {
            throw new IllegalArgumentException("the address of the organization without the project, so " + "https://"
                    + SERVICES_HOST + "/" + host(url).replace(OLD_SERVICES_DOMAIN, ""));
        }
        Matcher page = PAGE.matcher(url.getRawPath());
        if (page.find()) {
            throw new IllegalArgumentException("the address of the collection without project and page, so "
                    + origin(url)
                    + collection(url.getRawPath().substring(0, page.start())));
        }
        return url;
    }

    /** Returns the path of the collection: most pages belong to a project, which is the last part then. */
    private static String collection(String path) {
        String[] parts = path.split("/", -1);
        String last = parts[parts.length - 1];
        boolean isCollection = last.equalsIgnoreCase("DefaultCollection")
                || parts.length <= 2
                || (parts.length == 3 && parts[1].equalsIgnoreCase("tfs"));
        return isCollection ? path : path.substring(0, path.length() - last.length() - 1);
    }

    /** An old address of an organization has no path, or that of the collection. */
    private static boolean hasProject(String[] path) {
        return path.length > 2 || (path.length == 2 && !path[1].equalsIgnoreCase("DefaultCollection"));
    }

    private static String origin(URI url) {
        return scheme(url) + "://" + url.getRawAuthority();
    }

    /**
     * Returns whether the token of a job of the server {@code homeText} may be sent to {@code other}: they are the same
     * server, or both are Azure DevOps Services, which have two host names.
     */
    public static boolean sameService(String homeText, URI other) {
        URI home;
        try {
            home = uri(homeText, COLLECTION_EXAMPLE);
        } catch (IllegalArgumentException e) {
            // A URL that is not valid identifies no server.
            return false;
        }
        if (services(home) && services(other)) {
            return true;
        }
        return scheme(home).equals(scheme(other)) && host(home).equals(host(other)) && port(home) == port(other);
    }

    private static URI uri(String text, String example) {
        try {
            return new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a URL such as " + example + ", with spaces as %20", e);
        }
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
