package dev.attest.internal.browser.selenium;

import dev.attest.internal.browser.BrowserScreenshots;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;

/**
 * Passes all calls to a client of Selenium and records the commands. It is a proxy, because newer versions of Selenium
 * add methods to the interface.
 */
final class WatchedClient implements InvocationHandler, Function<String, String> {

    private static final System.Logger LOG = System.getLogger(WatchedClient.class.getName());

    private final HttpClient client;

    private WatchedClient(HttpClient client) {
        this.client = client;
    }

    /** Returns a proxy of the client; the client itself if there can be no proxy. */
    static HttpClient of(HttpClient client) {
        try {
            return (HttpClient) Proxy.newProxyInstance(
                    HttpClient.class.getClassLoader(), new Class<?>[] {HttpClient.class}, new WatchedClient(client));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "A client of Selenium is not watched.", e);
            return client;
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("with") && method.isDefault()) {
            // The client that this method returns must use the proxy.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Runnable answered = method.getName().equals("execute") && arguments != null ? sent(arguments[0]) : () -> {};
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            answered.run();
        }
    }

    /** Sends a GET request and returns the body of the reply, whatever its status. Blocks until then. */
    @Override
    public String apply(String path) {
        return Contents.utf8String(
                client.execute(new HttpRequest(HttpMethod.GET, path)).getContent());
    }

    private Runnable sent(@Nullable Object request) {
        try {
            if (request instanceof HttpRequest command) {
                boolean ends = command.getMethod() == HttpMethod.DELETE;
                return BrowserScreenshots.commandSent(ends, command.getUri(), this);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "A command of Selenium was not understood.", e);
        }
        return () -> {};
    }
}
