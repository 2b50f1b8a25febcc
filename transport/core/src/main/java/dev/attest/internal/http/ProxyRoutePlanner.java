package dev.attest.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Finds the proxy for a host. The settings come first, then the JVM ({@code https.proxyHost} and related properties,
 * with {@code https.proxyUser} and {@code https.proxyPassword}), then the environment ({@code HTTPS_PROXY},
 * {@code HTTP_PROXY}, {@code NO_PROXY}, in upper or lower case), which build agents set and Java does not read.
 * Requests to this host itself never use a proxy. {@code NO_PROXY} applies to the proxies of the environment only.
 */
final class ProxyRoutePlanner {

    private final HttpSettings settings;
    private final @Nullable ProxySelector ofJvm;
    private final UnaryOperator<String> properties;

    /**
     * @param ofJvm null if there is none
     * @param properties returns a system property of the JVM, or an empty text
     */
    ProxyRoutePlanner(HttpSettings settings, @Nullable ProxySelector ofJvm, UnaryOperator<String> properties) {
        this.settings = settings;
        this.ofJvm = ofJvm;
        this.properties = properties;
    }

    static ProxyRoutePlanner ofProcess(HttpSettings settings) {
        // Not asked for again: a test may install its own.
        return new ProxyRoutePlanner(settings, ProxySelector.getDefault(), name -> System.getProperty(name, ""));
    }

    Optional<ProxyServer> proxyFor(HttpHost target) {
        String host = target.getHostName().toLowerCase(Locale.ROOT);
        if (isLoopback(host) || settings.proxy().equalsIgnoreCase(HttpSettings.NO_PROXY)) {
            return Optional.empty();
        }
        if (!settings.proxy().isEmpty()) {
            return ProxyServer.parse(settings.proxy());
        }
        Optional<ProxyServer> configured = ofJvm(target);
        if (configured.isPresent() || isExcluded(host, target.getPort())) {
            return configured;
        }
        // Like curl, ignores a value that is not an address. A connection that needs a proxy then fails and says so.
        return variable(target.getSchemeName() + "_proxy").flatMap(ProxyServer::parse);
    }

    private Optional<ProxyServer> ofJvm(HttpHost target) {
        for (Proxy proxy : selected(target)) {
            if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
                return Optional.of(new ProxyServer(
                        new HttpHost("http", address.getHostString(), address.getPort()),
                        properties.apply(target.getSchemeName() + ".proxyUser"),
                        properties.apply(target.getSchemeName() + ".proxyPassword")));
            }
        }
        return Optional.empty();
    }

    private List<Proxy> selected(HttpHost target) {
        if (ofJvm == null) {
            return List.of();
        }
        try {
            List<Proxy> proxies = ofJvm.select(URI.create(target.toURI()));
            return proxies == null ? List.of() : proxies;
        } catch (RuntimeException e) {
            return List.of(); // it is of the user
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || (host.startsWith("127.") && host.matches("127\\.\\d+\\.\\d+\\.\\d+"));
    }

    private boolean isExcluded(String host, int port) {
        for (String entry : variable("no_proxy").orElse("").split("[,\\s]+", -1)) {
            String name = entry.toLowerCase(Locale.ROOT);
            if (name.endsWith(":" + port)) {
                name = name.substring(0, name.lastIndexOf(':'));
            }
            name = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
            if (name.equals("*") || host.equals(name) || (!name.isEmpty() && host.endsWith("." + name))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> variable(String lowerCaseName) {
        String value = settings.environment().get(lowerCaseName);
        if (value == null || value.isBlank()) {
            value = settings.environment().get(lowerCaseName.toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
