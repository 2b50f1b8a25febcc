package dev.attest.internal.browser.selenium;

import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.guard.GuardedLogger;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;

/**
 * Passes all calls to a client of Selenium and records the commands. It is a proxy, because newer versions of Selenium
 * add methods to the interface. It uses only what all versions from 4.0 on have, such as {@code Contents.string}.
 */
final class WatchedClient implements InvocationHandler, BiFunction<String, String, String> {

    private static final GuardedLogger LOG = GuardedLogger.of(WatchedClient.class);

    private final HttpClient client;

    private WatchedClient(HttpClient client) {
        this.client = client;
    }

    /** Returns a proxy of the client; the client itself if there can be no proxy. */
    static HttpClient of(HttpClient client) {
        try {
            return (HttpClient) Proxy.newProxyInstance(
                    HttpClient.class.getClassLoader(), new Class<?>[] {HttpClient.class}, new WatchedClient(client));
        } catch (Throwable e) {
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
        boolean isCommand = arguments != null && method.getName().equals("execute");
        HttpRequest request =
                isCommand && arguments != null && arguments[0] instanceof HttpRequest command ? command : null;
        Consumer<String> answered = request == null ? WatchedClient::ignore : sent(request);
        Object answer = null;
        try {
            answer = method.invoke(client, arguments);
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            if (request != null) {
                answered(answered, request, answer);
            }
        }
    }

    /** Sends a request and returns the body of the reply, whatever its status. Blocks until then. */
    @Override
    public String apply(String path, String body) {
        HttpRequest request = new HttpRequest(body.isEmpty() ? HttpMethod.GET : HttpMethod.POST, path);
        if (!body.isEmpty()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Supplier<InputStream> content = () -> new ByteArrayInputStream(bytes);
            request.setHeader("Content-Type", "application/json; charset=utf-8");
            request.setHeader("Content-Length", String.valueOf(bytes.length));
            request.setContent(content);
        }
        return Contents.string(client.execute(request));
    }

    private static void ignore(String reply) {}

    private Consumer<String> sent(HttpRequest command) {
        try {
            return BrowserScreenshots.commandSent(command.getMethod().name(), command.getUri(), this);
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.DEBUG, "A command of Selenium was not understood.", e);
            return WatchedClient::ignore;
        }
    }

    /** Reads only the reply that names a new session: Selenium holds it in memory, and reads it once more. */
    private static void answered(Consumer<String> answered, HttpRequest request, @Nullable Object answer) {
        try {
            boolean opens = request.getMethod() == HttpMethod.POST
                    && request.getUri().endsWith("/session")
                    && answer instanceof HttpResponse;
            answered.accept(opens && answer != null ? Contents.string((HttpResponse) answer) : "");
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.DEBUG, "A reply to Selenium was not understood.", e);
        }
    }
}
