package dev.attest.internal.browser.selenium;

import dev.attest.internal.browser.SessionWatch;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpClientName;

/**
 * Creates proxies of the clients that Selenium would use without Attest. Selenium creates this factory whenever it
 * looks for a factory of any name, so the constructor does next to nothing. Thread-safe.
 */
@HttpClientName(SessionWatch.NAME)
public final class WatchedClientFactory implements HttpClient.Factory {

    private static final String NETTY = "org.openqa.selenium.remote.http.netty.NettyClient";

    private HttpClient.@Nullable Factory original;

    /** Called by ServiceLoader. */
    public WatchedClientFactory() {
        SessionWatch.factoryCreated();
    }

    @Override
    public HttpClient createClient(ClientConfig config) {
        HttpClient client = original().createClient(config);
        return isForSocket(config.baseUri()) ? client : WatchedClient.of(client);
    }

    @Override
    public void cleanupIdleClients() {
        original().cleanupIdleClients();
    }

    /** Clients of DevTools and BiDi send no commands of WebDriver. */
    private static boolean isForSocket(@Nullable URI address) {
        return address != null && String.valueOf(address.getScheme()).startsWith("ws");
    }

    private synchronized HttpClient.Factory original() {
        HttpClient.Factory known = original;
        if (known == null) {
            String name = SessionWatch.originalFactory();
            known = HttpClient.Factory.create(name.isEmpty() ? defaultName() : name);
            original = known;
        }
        return known;
    }

    /** Returns the default of Selenium: Netty in the versions that have it, which are those before 4.14. */
    private static String defaultName() {
        try {
            Class.forName(NETTY, false, HttpClient.class.getClassLoader());
            return "netty";
        } catch (ClassNotFoundException e) {
            return "jdk-http-client";
        }
    }
}
