package dev.attest.internal.azure.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers questions about tests, as soon as enough of them are under way at the same time. */
final class QuestionedService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final CountDownLatch enough;
    private volatile String refused = "\0";
    private volatile String unanswered = "\0";

    /** @param together so many questions have to come before the first one is answered */
    QuestionedService(int together) throws IOException {
        enough = new CountDownLatch(together);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Refuses what is asked of addresses that contain this. */
    QuestionedService refusing(String part) {
        refused = part;
        return this;
    }

    /** Does not answer what is asked of addresses that contain this. */
    QuestionedService silentAt(String part) {
        unanswered = part;
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tfs/Main/");
    }

    /** Returns whether so many questions were under way at the same time. */
    boolean gotTogether() {
        return enough.getCount() == 0;
    }

    /** Returns the method and the path of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns how many questions for earlier results have come. */
    long histories() {
        return requests.stream()
                .filter(request -> request.endsWith("/testhistory"))
                .count();
    }

    /** Returns how many replies were given. */
    int answers() {
        return answers.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().replaceFirst(".*/_apis", "");
        requests.add(exchange.getRequestMethod() + " " + path);
        try {
            enough.countDown();
            if (!enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Only some of the questions were asked together.");
            }
            if (path.contains(unanswered)) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        boolean refuses = path.contains(refused) || body.contains(refused);
        byte[] reply = (refuses ? "{\"message\":\"no\"}" : reply(exchange.getRequestMethod(), path))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(refuses ? 404 : 200, reply.length);
        exchange.getResponseBody().write(reply);
        answers.incrementAndGet();
        exchange.close();
    }

    private static String reply(String method, String path) {
        if (path.endsWith("/attachments")) {
            return "{\"value\":[{\"id\":7,\"fileName\":\"page.png\"}]}";
        }
        if (path.endsWith("/testhistory")) {
            return "{\"resultsForGroup\":[{\"groupByValue\":\"\",\"results\":[" + """
                    {"id":100000,"outcome":"Failed","completedDate":"2026-11-20T08:00:00Z","durationInMs":3,\
                    "testRun":{"id":"23","name":"Shop"}}""" + "]}]}";
        }
        return method.equals("GET")
                ? """
                {"id":%s,"comment":"","completedDate":"2026-11-21T08:00:00Z","testRun":{"id":"24","name":"Shop"}}""".formatted(path.substring(path.lastIndexOf('/') + 1))
                : "{\"count\":0,\"value\":[]}";
    }
}
