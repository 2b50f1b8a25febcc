package dev.attest.benchmarks.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** Starts both, on free ports. */
    Services(Path standInJar, Path data) throws IOException {
        this.stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", Services::accept);
        stub.setExecutor(threads);
        stub.start();
        this.standIn = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        standInJar.toString(),
                        "--port",
                        "0",
                        "--project",
                        PROJECT,
                        "--exit-with-parent",
                        "--data",
                        data.toString())
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
     * Returns a route to the stand-in that holds back each reply.
     *
     * @param millis how long
     */
    Latency slow(int millis) throws IOException {
        return new Latency(URI.create(address).getPort(), millis, threads);
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

    /** A socket before a service that hands on what it gets at once, and what comes back a while later. */
    static final class Latency implements Closeable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int port;
        private final int millis;
        private final ExecutorService threads;

        private Latency(int port, int millis, ExecutorService threads) throws IOException {
            this.port = port;
            this.millis = millis;
            this.threads = threads;
            threads.execute(this::serve);
        }

        String azure() {
            return "http://127.0.0.1:" + server.getLocalPort() + "/DefaultCollection";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void serve() {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
                    client.setTcpNoDelay(true);
                    service.setTcpNoDelay(true);
                    threads.execute(() -> hand(client, service, 0));
                    threads.execute(() -> hand(service, client, millis));
                } catch (IOException e) {
                    // The next connection is accepted, unless this was closed.
                }
            }
        }

        private static void hand(Socket from, Socket to, int millis) {
            try (from;
                    to) {
                byte[] bytes = new byte[64 * 1024];
                OutputStream out = to.getOutputStream();
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    TimeUnit.MILLISECONDS.sleep(millis);
                    out.write(bytes, 0, read);
                }
            } catch (IOException e) {
                // One of them has closed the connection: both do.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
