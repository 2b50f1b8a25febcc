package dev.attest.systemtests.recordings;

import dev.attest.systemtests.recordings.RecordedService.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Puts a recorded service at a socket of the loopback, one request a connection. No server of the JDK can leave out the
 * date, or break off a reply.
 */
final class RecordedServer implements AutoCloseable {

    private static final String BASE = "/collection";
    private static final String PROJECT = "shop";
    private static final int PATIENCE = 10_000;

    private final ServerSocket server;
    private final RecordedService service;

    private RecordedServer(RecordedService service) throws IOException {
        this.service = service;
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "recorded-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RecordedServer of(RecordedService service) throws IOException {
        return new RecordedServer(service);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + BASE;
    }

    String project() {
        return PROJECT;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(PATIENCE);
                serve(socket);
            } catch (IOException e) {
                // closed, or the client went away
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String request = line(in);
        if (request.isEmpty()) {
            return; // it was only looked whether somebody listens
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] parts = request.split(" ", -1);
        String path = parts[1].replaceFirst("^" + BASE, "").replaceFirst("^/" + PROJECT + "/", "/{project}/");
        Optional<Reply> reply = service.answer(parts[0], path, body);
        if (reply.isPresent()) {
            write(socket.getOutputStream(), reply.get());
        }
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " recorded\r\nConnection: close\r\n");
        if (reply.status() != 204) {
            head.append("Content-Length: " + (body.length + (reply.truncated() ? 1 : 0)) + "\r\n");
        }
        if (!reply.type().isEmpty()) {
            head.append("Content-Type: " + reply.type().replaceAll("[^a-z/]", "") + "\r\n");
        }
        if (reply.clock() != null) {
            ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(reply.clock());
            head.append("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now) + "\r\n");
        }
        if (reply.continues()) {
            head.append("x-ms-continuationtoken: more\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
