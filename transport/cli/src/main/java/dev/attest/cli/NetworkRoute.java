package dev.attest.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a server, direct or through a proxy.
 *
 * @param proxy null for a direct connection
 */
record NetworkRoute(
        String host, int port, boolean secure, @Nullable URI proxy) {

    private static final int PATIENCE_MILLIS = 5_000;

    static NetworkRoute to(URI url, @Nullable URI proxy) {
        boolean secure = "https".equals(url.getScheme().toLowerCase(Locale.ROOT));
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        return new NetworkRoute(url.getHost().replaceAll("[\\[\\]]", ""), port, secure, proxy);
    }

    /** Returns the addresses to which this host resolves the name of the server. */
    String addresses() throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
    }

    /** Connects to the server, or to the proxy; the caller closes it. */
    Socket connect() throws IOException {
        String to = proxy == null ? host : proxy.getHost();
        int at = proxy == null ? port : proxy.getPort();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(to), at), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Makes the proxy connect to the server; returns the status line of its answer. */
    String tunnel(Socket toProxy) throws IOException {
        String target = host + ":" + port;
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: Attest\r\n\r\n";
        toProxy.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        // Nothing follows the answer until TLS begins, so that no byte of it is lost in the reader.
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(toProxy.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        String status = answer.readLine();
        if (status == null) {
            throw new IOException("the proxy closed the connection");
        }
        String line = status;
        while (line != null && !line.isEmpty()) {
            line = answer.readLine();
        }
        return status;
    }
}
