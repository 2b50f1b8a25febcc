package dev.attest.benchmarks.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the suites publish to: the stand-in, in a process of its own, and a stub of ReportPortal that takes all. */
final class Services implements Closeable {

    static final String PROJECT = "demo";
    static final String TOKEN = "attest-demo";

    private final Process standIn;
    private final String address;
    private final HttpServer stub;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * Starts both, on free ports.
     *
     * @param options of the JVM of the stand-in
     */
    Services(Path standInJar, Path data, List<String> options) throws IOException {
        this.stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", Services::accept);
        stub.setExecutor(threads);
        stub.start();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", standInJar.toString(), "--port", "0", "--project", PROJECT));
        command.addAll(List.of("--exit-with-parent", "--data", data.toString()));
        this.standIn = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.address = ready();
    }

    String azure() {
        return address + "DefaultCollection";
    }

    String reportPortal() {
        return "http://127.0.0.1:" + stub.getAddress().getPort();
    }

    /**
     * Makes the stand-in wait before it takes each request, until the next call.
     *
     * @param millis how long
     */
    void delay(int millis) throws IOException {
        HttpRequest.Builder faults = HttpRequest.newBuilder(URI.create(address + "_attest/faults"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((":" + TOKEN).getBytes(StandardCharsets.US_ASCII)));
        send(faults.DELETE().build());
        if (millis > 0) {
            send(faults.POST(HttpRequest.BodyPublishers.ofString("* */_apis/*: delay=" + millis + "ms"))
                    .build());
        }
    }

    private void send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() / 100 != 2) {
                throw new IOException(request.uri() + ": " + reply.statusCode() + " " + reply.body());
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        stub.stop(0);
        threads.shutdownNow();
        standIn.destroy();
        try {
            if (!standIn.waitFor(10, TimeUnit.SECONDS)) {
                standIn.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what the stand-in says when it is ready, and then all that it says. */
    private String ready() throws IOException {
        BufferedReader lines = standIn.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains("ready at ")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The stand-in ended before it was ready.");
        }
        threads.execute(() -> lines.lines().forEach(ignored -> {}));
        return line.substring(line.indexOf("http"));
    }

    private static void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String reply = "{\"id\":\"" + UUID.randomUUID() + "\",\"number\":1,\"message\":\"taken\",\"responses\":[]}";
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
