package dev.attest.systemtests.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A proxy that wants a login, and the server with a certificate of its own at the end of each tunnel through it: what
 * is said there by TLS is handed on to a port of this host. Keeps the head of each request for a tunnel.
 */
final class LoginProxy implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String PASSWORD = "changeit";

    private static final Pattern LENGTH = Pattern.compile("\nContent-Length: (\\d+)");

    private final ServerSocket server = new ServerSocket(0, 50, LOOPBACK);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final KeyStore keys;
    private final SSLContext tls;
    private final String login;
    private final int target;

    /** @param login user and password, with a colon between */
    LoginProxy(Path folder, String login, int target) throws Exception {
        this.login = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        this.target = target;
        this.keys = keys(folder.resolve("server.p12"));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        this.tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> heads() {
        return heads;
    }

    String sha256() throws Exception {
        byte[] certificate = keys.getCertificate("mykey").getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
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
            String head = head(client.getInputStream());
            heads.add(head);
            boolean known = head.contains("Proxy-Authorization: Basic " + login + "\r\n");
            String answer =
                    known ? "200 OK" : "407 Who?\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0";
            client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            if (!known) {
                client.close();
                return;
            }
            Socket secure = tls.getSocketFactory().createSocket(client, (InputStream) null, true);
            Socket origin = new Socket(LOOPBACK, target);
            sockets.add(origin);
            daemon(() -> handOn(secure, origin));
            pump(origin, secure);
        } catch (IOException e) {
            // One of the two went away, which is their right.
        }
    }

    /** Under the only name that the stand-in answers to. */
    private static void handOn(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            while (true) {
                String head = head(in).replaceFirst("\\nHost: [^\r]*", "\nHost: 127.0.0.1:" + to.getPort());
                Matcher length = LENGTH.matcher(head);
                to.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                to.getOutputStream().write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
            }
        } catch (IOException e) {
            // One of the two went away, and so must the other.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two went away, and so must the other.
        }
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

    private static KeyStore keys(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=tfs",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool ended with " + process.exitValue());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "login-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
