package dev.attest.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request over a socket of its own, and what came back, byte for byte.
 *
 * @param chunks what single reads returned
 * @param reset whether the connection ended by a reset; else it was closed
 */
record RawExchange(String text, List<String> chunks, boolean reset) {

    static RawExchange post(StandIn server, String path, String json) throws IOException {
        try (var socket = open(server, path, json.length())) {
            try {
                socket.getOutputStream().write(json.replace('\'', '"').getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException resetBeforeTheBodyWasSent) {
                return new RawExchange("", List.of(), true);
            }
            return read(socket);
        }
    }

    /** Sends the head of a POST; the body is the caller's. */
    static Socket open(StandIn server, String path, long length) throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        var head = "POST /DefaultCollection/demo/_apis/test/" + path + "?api-version=7.1 HTTP/1.1\r\n"
                + "Host: 127.0.0.1:" + server.port() + "\r\nAuthorization: " + Client.basic(server.token())
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    static RawExchange read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var chunks = new ArrayList<String>();
        var buffer = new byte[8192];
        var reset = false;
        try {
            for (var count = 0; (count = socket.getInputStream().read(buffer)) >= 0; ) {
                all.write(buffer, 0, count);
                chunks.add(new String(buffer, 0, count, StandardCharsets.US_ASCII));
            }
        } catch (SocketException e) {
            reset = true;
        }
        return new RawExchange(all.toString(StandardCharsets.US_ASCII), chunks, reset);
    }

    String head() {
        return text.contains("\r\n\r\n") ? text.substring(0, text.indexOf("\r\n\r\n")) : text;
    }

    String body() {
        return text.contains("\r\n\r\n") ? text.substring(text.indexOf("\r\n\r\n") + 4) : "";
    }
}
