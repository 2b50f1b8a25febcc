package dev.attest.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that gives the answers of a script, in order, and keeps what it was asked. Listens on the loopback only. */
public final class Origin implements AutoCloseable {

    private final ServerSocket server;
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String date = "";

    /** Listens from now on. */
    public Origin() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        daemon(this::accept);
    }

    /** Dates its further answers so, as any service does; null for none. */
    public Origin at(@Nullable Instant time) {
        return dated(time == null ? "" : DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC)));
    }

    /** Dates its further answers with this text. */
    public Origin dated(String text) {
        date = text;
        return this;
    }

    /** Returns the address of a path of this server. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Answers the next request with that status and JSON. */
    public Origin answer(int status, String json, String... headers) {
        return raw(head(status, "application/json; charset=utf-8", json, headers) + json);
    }

    /** Answers the next request with that status and text. */
    public Origin answerAs(int status, String contentType, String body) {
        return raw(head(status, contentType, body) + body);
    }

    /** Answers the next request with these characters and closes the connection. */
    public Origin raw(String reply) {
        script.add((out, socket) -> out.write(reply.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Reads the next request and closes the connection without a word. */
    public Origin drop() {
        return raw("");
    }

    /** Reads the next request and says nothing until this server is closed. */
    public Origin silence() {
        script.add((out, socket) -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Answers the next request with these characters, and then with an x now and then until somebody has enough. */
    public Origin trickle(String beginning, Duration pause) {
        script.add((out, socket) -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            try {
                while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    out.write('x');
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Returns each request as its first line and its body. */
    public List<String> requests() {
        List<String> requests = new CopyOnWriteArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            String line = heads.get(i).lines().findFirst().orElseThrow().replace(" HTTP/1.1", "");
            String body = new String(bodies.get(i), StandardCharsets.UTF_8);
            requests.add(body.isEmpty() ? line : line + "\n" + body);
        }
        return requests;
    }

    /** Returns the head of the request of that number, from 0, with {@code origin} for this server's address. */
    public String head(int number) {
        return heads.get(number).replace("127.0.0.1:" + server.getLocalPort(), "origin");
    }

    /** Returns the body of the request of that number, from 0. */
    public byte[] body(int number) {
        return bodies.get(number);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String head(int status, String contentType, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
        if (!date.isEmpty()) {
            head.append("Date: ").append(date).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = readHead(in);
            byte[] body = in.readNBytes(contentLength(head));
            heads.add(head);
            bodies.add(body);
            Answer answer = script.poll();
            OutputStream out = socket.getOutputStream();
            if (answer == null) {
                out.write("HTTP/1.1 500 Script is over\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } else {
                answer.give(out, socket);
            }
            out.flush();
        } catch (IOException e) {
            // The client went away, which is its right.
        }
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).replace("\r\n", "\n").stripTrailing();
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "origin");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Answer {

        void give(OutputStream out, Socket socket) throws IOException;
    }
}
