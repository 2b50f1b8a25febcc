package dev.attest.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a service, and sees each request and its reply. On the loopback only. */
public final class LoopbackProxy implements AutoCloseable {

    /** What a client sends. The names of headers ignore case. */
    public record Request(String method, URI uri, Map<String, String> headers, InMemoryContent body) {}

    /** What the client gets. The names of headers ignore case. */
    public record Reply(int status, Map<String, String> headers, InMemoryContent body) {

        public static Reply withoutBody(int status) {
            return new Reply(status, Map.of(), new InMemoryContent());
        }
    }

    /** The service behind the proxy. */
    @FunctionalInterface
    public interface Origin {
        Reply send(Request request) throws IOException, InterruptedException;
    }

    /** Answers a request, most often as the service does. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Request request, Origin origin) throws IOException, InterruptedException;
    }

    /** What each side of a proxy says for itself. */
    private static final Set<String> OF_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding", "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private final Handler handler;

    public LoopbackProxy(URI behind, Handler handler) throws IOException {
        this.behind = behind;
        this.handler = handler;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Returns the address that stands for the one behind. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + behind.getPath());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    headers(exchange.getRequestHeaders()),
                    new InMemoryContent(exchange.getRequestBody().readAllBytes()));
            Reply reply = handler.answer(request, this::send);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = reply.body().bytes();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(behind.resolve(request.uri()))
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofByteArray(request.body().bytes()));
        request.headers().forEach(forwarded::header);
        HttpResponse<byte[]> reply = client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(reply.statusCode(), headers(reply.headers().map()), new InMemoryContent(reply.body()));
    }

    private static Map<String, String> headers(Map<String, List<String>> all) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.forEach((name, values) -> headers.put(name, String.join(", ", values)));
        OF_CONNECTION.forEach(headers::remove);
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
