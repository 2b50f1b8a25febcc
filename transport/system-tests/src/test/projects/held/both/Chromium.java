package shop;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The Chromium of this machine. */
final class Chromium {

    private Chromium() {}

    /** Opens a window of the browser that runs for all tests, in a session of its own: that takes the least time. */
    static RemoteWebDriver open() {
        return new WindowDriver();
    }

    /** Opens a browser by a chromedriver that is not ended with it. */
    static RemoteWebDriver openRemote() {
        return new RemoteWebDriver(remoteEnd(), options());
    }

    /** Opens a browser by a chromedriver of its own, which Selenium ends on another thread. */
    static ChromeDriver openAlone() {
        return openAlone(options());
    }

    static ChromeDriver openAlone(ChromeOptions options) {
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver())
                        .build(),
                options);
    }

    static File driver() {
        return new File(System.getenv("CHROMEDRIVER"));
    }

    static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getenv("CHROMIUM"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--window-size=600,400",
                // Else it refuses the web socket of a Selenium of old.
                "--remote-allow-origins=*");
        return options;
    }

    static URL remoteEnd() {
        try {
            return URI.create(System.getenv("REMOTE_END")).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
