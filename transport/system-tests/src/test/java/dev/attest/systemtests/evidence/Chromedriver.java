package dev.attest.systemtests.evidence;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.awaitility.Awaitility;

/** A chromedriver that many tests open their browsers by, also after the JVM of the tests has ended. */
public final class Chromedriver implements AutoCloseable {

    private final Process process;
    private final String url;

    private Chromedriver(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one and waits until it answers. */
    public static Chromedriver start() throws IOException {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        Process process = new ProcessBuilder(LiveBrowser.environment().get("CHROMEDRIVER"), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().ignoreExceptions().until(() -> answers(url));
        return new Chromedriver(process, url);
    }

    public String url() {
        return url;
    }

    /** Ends it, and the browsers that no test has quit. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static boolean answers(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + "/status").toURL().openConnection();
        return connection.getResponseCode() == 200;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
