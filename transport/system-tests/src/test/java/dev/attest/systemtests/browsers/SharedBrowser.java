package dev.attest.systemtests.browsers;

import dev.attest.systemtests.evidence.Chromedriver;
import dev.attest.systemtests.evidence.LiveBrowser;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.remote.RemoteWebDriver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A browser that sessions of many tests have windows of: to start one for each takes most of the time of a test. */
final class SharedBrowser implements AutoCloseable {

    private final Chromedriver chromedriver;
    private final RemoteWebDriver keeper;

    SharedBrowser() throws IOException {
        chromedriver = Chromedriver.start();
        keeper = new RemoteWebDriver(URI.create(chromedriver.url()).toURL(), LiveBrowser.options());
    }

    /** Skips tests of many browsers unless they are asked for and can run. */
    static void assume() {
        assumeTrue(
                !System.getProperty("it.browsers", "").isEmpty(),
                "-Pbrowsers is not there: tests of many browsers take ten minutes");
        assumeTrue(LiveBrowser.isHere(), LiveBrowser.MISSING);
    }

    /** Returns the variables that tell a project where it is, and where its programs are. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(LiveBrowser.environment());
        environment.put("REMOTE_END", chromedriver.url());
        if (keeper.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> options) {
            environment.put("BROWSER_ADDRESS", String.valueOf(options.get("debuggerAddress")));
        }
        return environment;
    }

    @Override
    public void close() {
        keeper.quit();
        chromedriver.close();
    }
}
