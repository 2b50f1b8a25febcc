package dev.attest.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;

/**
 * A proxy and its credentials.
 *
 * @param host address of the proxy
 * @param user empty if the proxy requires no credentials
 * @param password may be empty
 */
record ProxyServer(HttpHost host, String user, String password) {

    /** Greedy on purpose: a password that is not encoded may contain {@code @} and {@code /}. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(https?)://)?(?![a-z0-9+.-]+://)(?:(.*)@)?(\\[[0-9a-f:.]+]|[^/?#:@\\s]+)(?::(\\d{1,5}))?/?",
            Pattern.CASE_INSENSITIVE);

    private static final int LAST_PORT = 65535;

    /**
     * Returns the proxy at {@code [http[s]://][user[:password]@]host[:port]}; empty if the text is not such an address.
     */
    static Optional<ProxyServer> parse(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            return Optional.empty();
        }
        String scheme = address.group(1) == null ? "http" : address.group(1).toLowerCase(Locale.ROOT);
        int port = address.group(4) != null ? Integer.parseInt(address.group(4)) : scheme.equals("https") ? 443 : 80;
        if (port > LAST_PORT) {
            return Optional.empty();
        }
        String host = address.group(3).replaceAll("[\\[\\]]", "");
        String[] login = (address.group(2) == null ? "" : address.group(2)).split(":", 2);
        return Optional.of(new ProxyServer(
                new HttpHost(scheme, host, port), decoded(login[0]), login.length < 2 ? "" : decoded(login[1])));
    }

    boolean hasLogin() {
        return !user.isEmpty() || !password.isEmpty();
    }

    /** Adds the credentials to a request, before the proxy asks for them. */
    void authorize(HttpMessage request) {
        if (hasLogin()) {
            byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.setHeader(
                    "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
    }

    /** Returns the address without the credentials. */
    String shown() {
        return host.toURI();
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The text is not encoded: the percent sign is part of it.
            return text;
        }
    }
}
