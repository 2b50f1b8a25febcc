package dev.attest.systemtests.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads a little from each connection, gives one answer and closes it. On the loopback only. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] answer;

    private ScriptedServer(String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.US_ASCII);
        this.server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedServer answering(String answer) throws IOException {
        return new ScriptedServer(answer);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[8192]);
                OutputStream out = socket.getOutputStream();
                out.write(answer);
                out.flush();
            } catch (IOException e) {
                // closed, or the client went away
            }
        }
    }
}
