package dev.attest.standin;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserGuardIT {

    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "localhost.evil.com", "127.0.0.1:1", "localhost", "localhost.:PORT"})
    void answersNoOtherHost(String host) throws IOException {
        assertThat(get("/", "Host: " + host.replace("PORT", port()))).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT"})
    void answersItsOwnHosts(String host) throws IOException {
        assertThat(get("/", "Host: " + host.replace("PORT", port()))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.com",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void answersNoPageOfAnotherSite(String header) throws IOException {
        var host = "Host: 127.0.0.1:" + port();

        assertThat(get("/", host, header)).startsWith("HTTP/1.1 403");
        assertThat(send("POST", "/DefaultCollection/demo/_apis/test/runs?api-version=7.1", host, header))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void followsALinkFromAnotherSite() throws IOException {
        var reply = get("/", "Host: 127.0.0.1:" + port(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate");

        assertThat(reply).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "/attachments/..%2f..%2fetc", "/attachments/%2e%2e/x"})
    void leadsNowhereElse(String path) throws IOException {
        assertThat(get(path, "Host: 127.0.0.1:" + port())).startsWith("HTTP/1.1 40");
    }

    private String port() {
        return String.valueOf(server.port());
    }

    private String get(String path, String... headers) throws IOException {
        return send("GET", path, headers);
    }

    private String send(String method, String path, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
