package dev.attest.internal.browser.selenium;

import dev.attest.internal.browser.SessionWatch;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpClientName;

/**
 * Makes Selenium's own clients, and hears what is sent by them. Selenium makes one of these each time that it looks for
 * a factory of any name, so that nothing is done before a client is asked for. Thread-safe.
 */
@HttpClientName(SessionWatch.NAME)
public final class WatchedClientFactory implements HttpClient.Factory {

    /** Called by ServiceLoader. */
    public WatchedClientFactory() {}

    @Override
    public HttpClient createClient(ClientConfig config) {
        return WatchedClient.of(HttpClient.Factory.create(SessionWatch.ORIGINAL).createClient(config));
    }
}
