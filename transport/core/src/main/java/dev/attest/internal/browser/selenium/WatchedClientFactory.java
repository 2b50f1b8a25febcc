package dev.attest.internal.browser.selenium;

import dev.attest.internal.browser.SessionWatch;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpClientName;

/**
 * Creates proxies of Selenium's own clients. Selenium creates this factory whenever it looks for a factory of any name,
 * so the constructor does nothing. Thread-safe.
 */
@HttpClientName(SessionWatch.NAME)
public final class WatchedClientFactory implements HttpClient.Factory {

    @Override
    public HttpClient createClient(ClientConfig config) {
        return WatchedClient.of(HttpClient.Factory.create(SessionWatch.ORIGINAL).createClient(config));
    }
}
