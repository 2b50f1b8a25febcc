package dev.attest.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the loopback that leads to one port of it, whatever the name of the server, and keeps what it was asked.
 */
public final class ForwardProxy implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ServerSocket server;
    private final String scheme;
    private final int target;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile String login = "";
    private volatile @Nullable String reply;

    /** Leads to that port from now on. */
    public ForwardProxy(int target) throws IOException {
        this("http", new ServerSocket(0, 50, LOOPBACK), target);
    }

    /** Leads to that port from now on, and wants to be spoken to by TLS. */
    ForwardProxy(int target, SSLContext tls) throws IOException {
        this("https", tls.getServerSocketFactory().createServerSocket(0, 50, LOOPBACK), target);
    }

    private ForwardProxy(String scheme, ServerSocket server, int target) {
        this.scheme = scheme;
        this.server = server;
        this.target = target;
        daemon(this::accept);
    }

    /** Lets nobody through who does not say this, in Base64. */
    ForwardProxy wanting(String base64) {
        login = base64;
        return this;
    }

    /** Answers this to whatever it is asked; empty to say nothing at all. */
    public ForwardProxy answering(String text) {
        reply = text;
        return this;
    }

    /** Returns its address, with that before the host. */
    public String url(String userInfo) {
        return scheme + "://" + userInfo + "127.0.0.1:" + server.getLocalPort();
    }

    /** Returns the head of each request. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = head(in);
            heads.add(head);
            String scripted = reply;
            if (scripted != null) {
                say(client, scripted);
            } else if (!login.isEmpty() && !head.contains("Proxy-Authorization: Basic " + login + "\r\n")) {
                say(
                        client,
                        "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0\r\n\r\n");
            } else {
                lead(client, in, head);
            }
        } catch (IOException e) {
            // One of the two went away, which is their right.
        }
    }

    private void lead(Socket client, InputStream in, String head) throws IOException {
        Socket origin = new Socket(LOOPBACK, target);
        sockets.add(origin);
        if (head.startsWith("CONNECT ")) {
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
        } else {
            String ownForm = head.replaceFirst("http://[^/ ]+", "")
                    .replace("Connection: keep-alive", "Connection: close")
                    .replaceAll("Proxy-Authorization: .*\r\n", "");
            say(origin, ownForm);
        }
        daemon(() -> pump(in, origin, client));
        pump(origin.getInputStream(), client, origin);
    }

    private static void pump(InputStream from, Socket to, Socket other) {
        try (to;
                other) {
            from.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two went away, and so must the other.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "forward-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
