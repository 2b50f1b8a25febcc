package dev.attest.systemtests.evidence;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine, for pictures that are real. */
public final class LiveBrowser {

    /** Why tests are skipped where there is none. */
    public static final String MISSING = "chromium and chromedriver are not on the PATH: no picture can be taken";

    private LiveBrowser() {}

    public static boolean isHere() {
        return onPath("chromium").isPresent() && onPath("chromedriver").isPresent();
    }

    /** Returns the variables that tell a project of its own where the two programs are. */
    public static Map<String, String> environment() {
        return Map.of(
                "CHROMIUM", onPath("chromium").orElseThrow().toString(),
                "CHROMEDRIVER", onPath("chromedriver").orElseThrow().toString());
    }

    /** Returns the options of a browser without a window on the screen. */
    public static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium").orElseThrow());
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
                "--window-size=600,400");
        return options;
    }

    /** Starts one that shows a page with this title. */
    public static ChromeDriver showing(String title) {
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver").orElseThrow())
                        .build(),
                options());
        driver.get("data:text/html,<title>" + title + "</title><h1>" + title + "</h1><script>console.error('console of "
                + title + "')</script>");
        return driver;
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
