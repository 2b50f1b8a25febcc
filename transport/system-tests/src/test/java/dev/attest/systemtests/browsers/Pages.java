package dev.attest.systemtests.browsers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The pages of tests, by HTTP: Chromium takes half the time for one that it takes for a {@code data:} address. A page
 * has the path of its address, a mark, for its title and its heading, and a colour that is made of the mark.
 */
final class Pages implements AutoCloseable {

    private final HttpServer server;

    Pages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Pages::show);
        server.start();
    }

    /** Returns the address that a mark follows after a slash. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the colour of the page with this mark. */
    static int colour(String mark) {
        return mark.hashCode() & 0xFFFFFF;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void show(HttpExchange exchange) throws IOException {
        String mark = exchange.getRequestURI().getPath().substring(1);
        byte[] page = "<!doctype html><title>%1$s</title><body style='background:#%2$06x'><h1>%1$s</h1>"
                .formatted(mark, colour(mark))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        try (exchange) {
            exchange.getResponseBody().write(page);
        }
    }
}
