package dev.attest.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyRoutePlannerTest {

    private static final HttpHost AZURE = new HttpHost("https", "dev.azure.com", 443);

    @Test
    void goesStraightWhereNothingIsConfigured() {
        assertThat(proxies(Map.of()).proxyFor(AZURE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.corp:3128,       http://proxy.corp:3128",
        "https_proxy, proxy.corp:3128,              http://proxy.corp:3128",
        "HTTPS_PROXY, http://me:secret@proxy.corp,  http://proxy.corp:80",
        "HTTPS_PROXY, https://proxy.corp,           https://proxy.corp:443",
    })
    void readsTheEnvironment(String name, String value, String expected) {
        assertThat(proxies(Map.of(name, value)).proxyFor(AZURE))
                .map(ProxyServer::shown)
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_PROXY, http://proxy.corp:3128", "HTTPS_PROXY, ':::'", "HTTPS_PROXY, '  '"})
    void ignoresTheProxyOfAnotherSchemeAndWhatIsNoAddress(String name, String value) {
        assertThat(proxies(Map.of(name, value)).proxyFor(AZURE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dev.azure.com,                true",
        "azure.com,                    true",
        ".azure.com,                   true",
        "*.Azure.com,                  true",
        "*,                            true",
        "'a.example, dev.azure.com:443', true",
        "'',                           false",
        "zure.com,                     false",
        "dev.azure.com:8443,           false",
    })
    void honoursExclusions(String noProxy, boolean direct) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.corp:3128", "NO_PROXY", noProxy);

        assertThat(proxies(environment).proxyFor(AZURE).isEmpty()).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    void reachesThisHostWithoutAProxy(String host) {
        ProxyRoutePlanner proxies = proxies(Map.of("HTTP_PROXY", "http://proxy.corp:3128"));

        assertThat(proxies.proxyFor(new HttpHost("http", host, 8080))).isEmpty();
    }

    @Test
    void prefersWhatTheJvmIsToldToUse() {
        ProxySelector ofJvm = ProxySelector.of(InetSocketAddress.createUnresolved("jvm.corp", 8081));
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.corp:3128", "NO_PROXY", "*");
        Map<String, String> properties = Map.of("https.proxyUser", "ann", "https.proxyPassword", "s3cret");
        ProxyRoutePlanner proxies = new ProxyRoutePlanner(
                new HttpSettings(1, environment, "", List.of(), ""), ofJvm, name -> properties.getOrDefault(name, ""));

        assertThat(proxies.proxyFor(AZURE))
                .hasValue(new ProxyServer(new HttpHost("http", "jvm.corp", 8081), "ann", "s3cret"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesASelectorThatFailsForOneWithoutAProxy(boolean isNull) {
        ProxySelector broken = new BrokenSelector(isNull);
        ProxyRoutePlanner proxies =
                new ProxyRoutePlanner(new HttpSettings(1, Map.of(), "", List.of(), ""), broken, name -> "");

        assertThat(proxies.proxyFor(AZURE)).isEmpty();
    }

    /** A selector as tests install it, which knows no real address. */
    private static final class BrokenSelector extends ProxySelector {

        private final boolean isNull;

        BrokenSelector(boolean isNull) {
            this.isNull = isNull;
        }

        @Override
        @SuppressWarnings("NullAway") // what it must not return
        public List<Proxy> select(URI uri) {
            if (isNull) {
                return null;
            }
            throw new IllegalStateException("no proxy for " + uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void prefersTheProxyOfTheSettings() {
        assertThat(chosen("http://own.corp:8080").proxyFor(AZURE))
                .map(ProxyServer::shown)
                .hasValue("http://own.corp:8080");
        assertThat(chosen("http://own.corp:8080").proxyFor(new HttpHost("http", "localhost", 80)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none", "None"})
    void goesStraightWhereTheSettingsSaySo(String none) {
        assertThat(chosen(none).proxyFor(AZURE)).isEmpty();
    }

    private static ProxyRoutePlanner chosen(String proxy) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.corp:3128", "NO_PROXY", "*");
        ProxySelector ofJvm = ProxySelector.of(InetSocketAddress.createUnresolved("jvm.corp", 8081));
        return new ProxyRoutePlanner(new HttpSettings(1, environment, proxy, List.of(), ""), ofJvm, name -> "");
    }

    private static ProxyRoutePlanner proxies(Map<String, String> environment) {
        return new ProxyRoutePlanner(
                new HttpSettings(1, environment, "", List.of(), ""), ProxySelector.of(null), name -> "");
    }
}
