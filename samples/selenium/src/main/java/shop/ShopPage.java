package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web shop of one page, served from this machine to nobody but this machine. */
public final class ShopPage implements AutoCloseable {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Fruit shop</title>
            <style>
              body { font: 20px sans-serif; margin: 40px; background: #f4f8f0; }
              h1 { color: #2e6b30; }
              button { font: inherit; padding: 8px 20px; margin-right: 12px; }
              #total { font-size: 48px; margin-top: 30px; }
            </style>
            </head>
            <body>
            <h1>Fruit shop</h1>
            <button id="apple">Apple 1.20</button>
            <button id="melon">Melon 4.50</button>
            <button id="clear">Empty the cart</button>
            <ul id="cart"></ul>
            <div id="total">0.00</div>
            <script>
              let cents = 0;
              function show() { document.getElementById('total').textContent = (cents / 100).toFixed(2); }
              function add(name, price) {
                cents += price;
                const item = document.createElement('li');
                item.textContent = name;
                document.getElementById('cart').append(item);
                if (cents > 400) { console.error('no discount rule for', cents); }
                show();
              }
              document.getElementById('apple').onclick = () => add('Apple', 120);
              document.getElementById('melon').onclick = () => add('Melon', 450);
              document.getElementById('clear').onclick = () => {
                cents = 0;
                document.getElementById('cart').replaceChildren();
                show();
              };
            </script>
            </body>
            </html>
            """;

    private final HttpServer server;

    public ShopPage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", ShopPage::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }
}
