package dev.attest.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that says 413 after the first bytes of one request and then reads the rest slowly, as IIS does. */
final class EarlyRefusal implements AutoCloseable {

    private final ServerSocket server;

    EarlyRefusal() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "early-refusal");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(1024);
            socket.getOutputStream()
                    .write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            while (socket.getInputStream().read() >= 0) {
                // One byte at a time: the client must not depend on its upload being taken in full.
            }
        } catch (IOException e) {
            // The client hung up after the answer, as it should.
        }
    }
}
