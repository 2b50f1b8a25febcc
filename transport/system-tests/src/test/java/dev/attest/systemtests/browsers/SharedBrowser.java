package dev.attest.systemtests.browsers;

import dev.attest.systemtests.evidence.Chromedriver;
import dev.attest.systemtests.evidence.LiveBrowser;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A browser that sessions of many tests have windows of, and the pages that it shows: to start a browser for each test
 * takes most of the time of the test.
 */
final class SharedBrowser implements AutoCloseable {

    private final Chromedriver chromedriver;
    private final RemoteWebDriver keeper;
    private final Pages pages;

    SharedBrowser() throws IOException {
        chromedriver = Chromedriver.start();
        keeper = new RemoteWebDriver(URI.create(chromedriver.url()).toURL(), LiveBrowser.options());
        pages = new Pages();
    }

    /** Returns the variables that tell a project where it is, and where its programs are. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(LiveBrowser.environment());
        environment.put("REMOTE_END", chromedriver.url());
        environment.put("PAGES", pages.url());
        if (keeper.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> options) {
            environment.put("BROWSER_ADDRESS", String.valueOf(options.get("debuggerAddress")));
        }
        return environment;
    }

    @Override
    public void close() {
        keeper.quit();
        chromedriver.close();
        pages.close();
    }
}
