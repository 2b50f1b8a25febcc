package shop;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * The Chromium of this machine, or of a Selenium Grid whose address is in {@code GRID_URL}. Nothing is downloaded: both
 * programs have to be on the PATH.
 */
final class Chromium {

    static final String MISSING = "skipped, for chromium and chromedriver are not on the PATH";

    private static final Optional<File> BROWSER = onPath("chromium");
    private static final Optional<File> DRIVER = onPath("chromedriver");

    private Chromium() {}

    static boolean isHere() {
        boolean here = BROWSER.isPresent() && DRIVER.isPresent();
        if (!here) {
            System.out.println("samples/selenium: " + MISSING);
        }
        return here;
    }

    static File driver() {
        return DRIVER.orElseThrow();
    }

    static WebDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.orElseThrow());
        options.addArguments(
                "--headless=new",
                // Chromium refuses its sandbox to root, as which many containers run.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1000,700");
        String grid = System.getenv("GRID_URL");
        if (grid != null) {
            return new RemoteWebDriver(address(grid), options);
        }
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.orElseThrow())
                        .build(),
                options);
    }

    private static URL address(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("GRID_URL is no address: " + text, e);
        }
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
