package shop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A session that has a window of a browser which goes on after it. */
class WindowDriver extends RemoteWebDriver {

    /** Windows whose session has ended: to open one takes half a second. */
    private static final Queue<String> FREE = new ConcurrentLinkedQueue<>();

    private final String window;

    WindowDriver() {
        super(
                Chromium.remoteEnd(),
                new ChromeOptions().setExperimentalOption("debuggerAddress", System.getenv("BROWSER_ADDRESS")));
        String free = FREE.poll();
        if (free == null) {
            switchTo().newWindow(WindowType.WINDOW);
        } else {
            switchTo().window(free);
        }
        window = getWindowHandle();
    }

    @Override
    public void quit() {
        if (getSessionId() != null) {
            super.quit();
            FREE.add(window);
        }
    }
}
