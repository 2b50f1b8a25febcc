package shop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.net.PortProber;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.service.DriverCommandExecutor;
import org.openqa.selenium.remote.service.DriverService;

/** A browser of this machine, or of a Selenium Grid whose address is in {@code GRID_URL}. Nothing is downloaded. */
final class Browser {

    static final String MISSING = "skipped, for neither Chrome, Chromium, Edge nor Firefox is here with its driver";

    private static final List<String> ARGUMENTS = List.of(
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

    private static final Optional<InstalledBrowser> INSTALLED =
            InstalledBrowser.find().filter(Browser::starts).findFirst();

    private Browser() {}

    static boolean isHere() {
        if (INSTALLED.isEmpty()) {
            System.out.println("samples/selenium: " + MISSING);
        }
        return INSTALLED.isPresent();
    }

    static File driver() {
        return INSTALLED.orElseThrow().driver();
    }

    static WebDriver start() {
        String grid = System.getenv("GRID_URL");
        InstalledBrowser browser = INSTALLED.orElseThrow();
        return grid == null ? start(browser) : new RemoteWebDriver(address(grid), chrome(browser));
    }

    private static WebDriver start(InstalledBrowser browser) {
        return switch (browser.name()) {
            case "chrome" ->
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(browser.driver())
                                .build(),
                        chrome(browser));
            case "edge" -> remote(browser, "MicrosoftEdge", "ms:edgeOptions", ARGUMENTS);
            default -> remote(browser, "firefox", "moz:firefoxOptions", List.of("-headless"));
        };
    }

    private static ChromeOptions chrome(InstalledBrowser browser) {
        return new ChromeOptions().setBinary(browser.program()).addArguments(ARGUMENTS);
    }

    /** Edge and Firefox need no library of their own: their drivers speak the protocol of all drivers. */
    private static WebDriver remote(InstalledBrowser browser, String name, String options, List<String> arguments) {
        Capabilities wanted = new ImmutableCapabilities(Map.of(
                "browserName", name, options, Map.of("binary", browser.program().getPath(), "args", arguments)));
        try {
            return new RemoteWebDriver(new DriverCommandExecutor(new AnyDriver(browser.driver())), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A driver may be too old or too new for the browser. */
    private static boolean starts(InstalledBrowser browser) {
        if (System.getenv("GRID_URL") != null) {
            return browser.name().equals("chrome"); // that of the nodes
        }
        try {
            start(browser).quit();
            return true;
        } catch (SessionNotCreatedException e) {
            System.out.println("samples/selenium: " + browser + " does not start: " + e.getRawMessage());
            return false;
        }
    }

    private static URL address(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("GRID_URL is no address: " + text, e);
        }
    }

    /** The program of a driver, on a free port. */
    private static final class AnyDriver extends DriverService {

        AnyDriver(File program) throws IOException {
            this(program, PortProber.findFreePort());
        }

        private AnyDriver(File program, int port) throws IOException {
            super(program, port, Duration.ofSeconds(20), List.of("--port=" + port), System.getenv());
        }

        @Override
        public String getDriverProperty() {
            return "";
        }

        @Override
        public String getDriverEnvironmentVariable() {
            return "";
        }
    }
}
