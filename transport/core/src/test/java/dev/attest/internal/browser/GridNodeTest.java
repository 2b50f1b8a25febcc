package dev.attest.internal.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Asks a Grid that says that it is one, and waits for none. */
@Timeout(60)
class GridNodeTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final GridNode node = new GridNode(Duration.ofSeconds(30));
    private final CountDownLatch over = new CountDownLatch(1);
    private String answer = "";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void tellsOnWhichNodeOfAGridASessionRuns() throws Exception {
        answer = "{\"data\": {\"session\": {\"nodeUri\": \"http://node-1:5555\"}}}";

        assertThat(node.of(before("se:cdp"), "s-1")).isEqualTo("http://node-1:5555");
        assertThat(asked).containsExactly("POST /wd/graphql {\"query\":\"{ session(id: \\\"s-1\\\") { nodeUri } }\"}");
    }

    @Test
    void knowsAGridByTheAddressOfBiDiToo() throws Exception {
        answer = "{\"data\": {\"session\": {\"nodeUri\": \"http://node-1:5555\"}}}";

        assertThat(node.of(before("webSocketUrl"), "s-1")).isEqualTo("http://node-1:5555");
    }

    @Test
    void knowsOfNoNodeWhereAGridDoesNot() throws Exception {
        answer = "{\"errors\": [{\"message\": \"no such session\"}], \"data\": null}";

        assertThat(node.of(before("se:cdp"), "s-1")).isNull();
    }

    @Test
    void asksNobodyWhereThereIsNoGrid() throws Exception {
        String own = "ws://127.0.0.1:" + server.getAddress().getPort() + "/devtools/browser/1";

        assertThat(node.of(new Driver(Map.of("webSocketUrl", own, "browserName", "chrome")), "s-1"))
                .isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void givesUpOnAGridThatHangs() {
        answer = "hang";

        assertThatThrownBy(() -> new GridNode(Duration.ofMillis(100)).of(before("se:cdp"), "s-1"))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    private Driver before(String capability) {
        return new Driver(Map.of(
                "browserName",
                "chrome",
                capability,
                "ws://127.0.0.1:" + server.getAddress().getPort() + "/wd/session/s-1/se/cdp"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (answer.equals("hang")) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As much of a driver as tells where it is. */
    public record Driver(Map<String, Object> capabilities) {

        public Capabilities getCapabilities() {
            return new Capabilities(capabilities);
        }
    }

    /** As Selenium has them. */
    public record Capabilities(Map<String, Object> all) {

        public Map<String, Object> asMap() {
            return all;
        }
    }
}
