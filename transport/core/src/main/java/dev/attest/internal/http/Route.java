package dev.attest.internal.http;

import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server.
 *
 * @param server with its port, even if that is the default
 * @param proxy null if the server is reached directly
 */
record Route(HttpHost server, @Nullable ProxyServer proxy) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns a server with its port. */
    static HttpHost server(HttpHost host) {
        String scheme = host.getSchemeName().toLowerCase(Locale.ROOT);
        int port = host.getPort() >= 0 ? host.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        return new HttpHost(scheme, host.getHostName(), port);
    }

    /** Returns whether the connection to the server is encrypted. It leads through a tunnel if there is a proxy. */
    boolean isSecure() {
        return server.getSchemeName().equals("https");
    }

    /** Returns the proxy that reads the requests and writes replies of its own, or null. */
    @Nullable
    ProxyServer forwarding() {
        return isSecure() ? null : proxy;
    }

    /** Returns where the socket leads. */
    HttpHost firstHop() {
        return proxy == null ? server : proxy.host();
    }

    /** Returns what two routes have in common that one connection serves. */
    String key() {
        return proxy == null ? server.toURI() : server.toURI() + " " + proxy.shown();
    }
}
