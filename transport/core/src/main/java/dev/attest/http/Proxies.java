package dev.attest.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to a host: the one of the JVM ({@code https.proxyHost} and its kin), else that of the environment
 * ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}, in either case), which build agents set and Java does not
 * read. This host itself is always reached directly. Credentials for a proxy are not supported: they are left out.
 */
final class Proxies extends DefaultRoutePlanner {

    private static final Pattern LIST = Pattern.compile("[,\\s]+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1]?");

    private final Map<String, String> environment;
    private final ProxySelector ofJvm;

    Proxies(Map<String, String> environment, ProxySelector ofJvm) {
        super(DefaultSchemePortResolver.INSTANCE);
        this.environment = environment;
        this.ofJvm = ofJvm;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return proxyFor(target).orElse(null);
    }

    Optional<HttpHost> proxyFor(HttpHost target) {
        String host = target.getHostName().toLowerCase(Locale.ROOT);
        if (LOOPBACK.matcher(host).matches()) {
            return Optional.empty();
        }
        Optional<HttpHost> configured = ofJvm(target);
        if (configured.isPresent() || isExcluded(host, target.getPort())) {
            return configured;
        }
        return variable(target.getSchemeName() + "_proxy").flatMap(Proxies::parse);
    }

    private Optional<HttpHost> ofJvm(HttpHost target) {
        for (Proxy proxy : ofJvm.select(URI.create(target.toURI()))) {
            if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
                return Optional.of(new HttpHost("http", address.getHostString(), address.getPort()));
            }
        }
        return Optional.empty();
    }

    private boolean isExcluded(String host, int port) {
        for (String entry : LIST.splitAsStream(variable("no_proxy").orElse("")).toList()) {
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
        String value = environment.get(lowerCaseName);
        if (value == null || value.isBlank()) {
            value = environment.get(lowerCaseName.toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<HttpHost> parse(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            int ofScheme = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            return Optional.of(
                    new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort() < 0 ? ofScheme : uri.getPort()));
        } catch (IllegalArgumentException e) {
            // As with curl, a value that is no address is no proxy; the connection then fails and says so itself.
            return Optional.empty();
        }
    }
}
