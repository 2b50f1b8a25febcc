package dev.attest.systemtests.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a stand-in, and answers each request that contains one of some things with the same status for ever. On
 * the loopback only.
 */
final class PoisonedService implements AutoCloseable {

    /** Requests whose path ends like this and that contain this text, in their query or their body. */
    record Poison(String method, String path, String text) {}

    private static final List<String> FORWARDED = List.of("Authorization", "Content-Type", "Accept", "Content-Range");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private final int status;
    private final List<Poison> poisons;

    PoisonedService(URI behind, int status, List<Poison> poisons) throws IOException {
        this.behind = behind;
        this.status = status;
        this.poisons = poisons;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Returns the address of the collection. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + behind.getPath();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI uri = exchange.getRequestURI();
            String content = uri.getRawQuery() + new String(body, StandardCharsets.UTF_8);
            boolean poisoned = poisons.stream()
                    .anyMatch(poison -> poison.method().equals(exchange.getRequestMethod())
                            && uri.getPath().endsWith(poison.path())
                            && content.contains(poison.text()));
            if (poisoned) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                forward(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : FORWARDED) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        HttpResponse<byte[]> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        reply.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(reply.statusCode(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
