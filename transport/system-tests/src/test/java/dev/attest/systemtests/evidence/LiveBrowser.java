package dev.attest.systemtests.evidence;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The Chromium of this machine, for pictures that are real. */
public final class LiveBrowser {

    private LiveBrowser() {}

    /** Skips tests unless there is a browser. */
    public static void assume() {
        assumeTrue(
                onPath("chromium").isPresent() && onPath("chromedriver").isPresent(),
                "chromium and chromedriver are not on the PATH: no picture can be taken");
    }

    /** Skips tests of many browsers unless they are asked for and there is one. */
    public static void assumeMany() {
        assumeTrue(
                !System.getProperty("it.browsers", "").isEmpty(),
                "-Pbrowsers is not there: these tests of many browsers take ten minutes");
        assume();
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
