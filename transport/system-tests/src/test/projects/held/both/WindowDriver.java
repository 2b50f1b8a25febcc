package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A session that has a window of a browser which goes on after it. */
class WindowDriver extends RemoteWebDriver {

    private static final String BROWSER = System.getenv("BROWSER_ADDRESS");

    private final String window;

    WindowDriver() {
        super(Chromium.remoteEnd(), new ChromeOptions().setExperimentalOption("debuggerAddress", BROWSER));
        switchTo().newWindow(WindowType.WINDOW);
        window = getWindowHandle();
    }

    /** Closes its window once its session has ended. */
    @Override
    public void quit() {
        if (getSessionId() == null) {
            return;
        }
        super.quit();
        try {
            URI.create("http://" + BROWSER + "/json/close/" + window)
                    .toURL()
                    .openStream()
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
