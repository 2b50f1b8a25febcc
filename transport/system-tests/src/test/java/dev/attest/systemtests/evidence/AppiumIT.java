package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A driver of Appium's before a remote end that speaks WebDriver: chromedriver in place of a phone. */
class AppiumIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(LiveBrowser.isHere(), LiveBrowser.MISSING);
    }

    @Test
    void takesAPictureOfWhatAnAppiumDriverShows() throws Exception {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        Process remoteEnd = new ProcessBuilder(LiveBrowser.environment().get("CHROMEDRIVER"), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Service service = Service.start()) {
            Awaitility.await().ignoreExceptions().until(() -> answers(url));

            ChildJvm.Ended maven = SourceProject.copy("appium", folder)
                    .with("io.appium", "java-client", "10.0.0")
                    .with(LiveBrowser.environment())
                    .with(Map.of("REMOTE_END", url))
                    .with(service.environment())
                    .test();

            assertThat(Evidence.filesOf(service))
                    .as(maven.out() + maven.err())
                    .containsExactly(Map.entry("PhoneTest › fails()", "page-source.html screenshot.png"));
            assertThat(Evidence.commentOn("PhoneTest › fails()", service))
                    .matches("screenshot.png: data:text/html,.*, \"Phone\", \\d+x\\d+, session \\w+");
        } finally {
            remoteEnd.destroy();
        }
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
