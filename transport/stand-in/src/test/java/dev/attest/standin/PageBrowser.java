package dev.attest.standin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A Chromium that shows pages as a person sees them: with a width, and in light or dark. */
final class PageBrowser implements AutoCloseable {

    /** The pictures of the pages, for people. */
    private static final Path PICTURES = Path.of("target", "pages");

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String RUN_AXE = "const done = arguments[arguments.length - 1];"
            + "axe.run(document).then(found => done(found.violations.map(each => each.id + ': '"
            + " + each.nodes.map(node => node.html).join(' '))))";

    private final ChromeDriver driver;

    private PageBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one. Aborts the test if there is none. */
    static PageBrowser start() {
        var browser = onPath("chromium");
        var program = onPath("chromedriver");
        assumeTrue(browser.isPresent() && program.isPresent(), "chromium and chromedriver are not on the PATH");
        var options = new ChromeOptions();
        options.setBinary(browser.get());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--force-color-profile=srgb");
        return new PageBrowser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program.get())
                        .build(),
                options));
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Sets the width of the screen, and the mode that the person prefers. */
    void look(int width, String mode) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", mode))));
    }

    void open(URI page) {
        driver.get(page.toString());
    }

    /** Returns how many pixels the page is wider than the screen. */
    long overflow() {
        return number("return document.documentElement.scrollWidth - innerWidth");
    }

    /** Returns the short words in tables that are broken into several lines. */
    List<?> brokenWords() {
        return (List<?>)
                Objects.requireNonNull(
                        driver.executeScript(
                                "return [...document.querySelectorAll('th, td, td code, .outcome')].filter(each => {"
                                        + " if (!/^\\w{1,12}$/.test(each.textContent.trim())) return false;"
                                        + " const range = document.createRange(); range.selectNodeContents(each);"
                                        + " const tops = [...range.getClientRects()].map(box => box.top);"
                                        + " return Math.max(...tops) - Math.min(...tops) > 10; }).map(each => each.textContent.trim())"));
    }

    long number(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script))).longValue();
    }

    /**
     * Returns what a person reads in an element, in one step: a page in progress may replace the element between
     * finding it and reading it.
     */
    String text(String id) {
        return (String) Objects.requireNonNull(
                driver.executeScript("return document.getElementById(arguments[0]).innerText", id));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Returns what axe finds on the page. */
    List<?> axe() {
        try (var script = Objects.requireNonNull(PageBrowser.class.getResourceAsStream(AXE))) {
            var source = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return (List<?>) Objects.requireNonNull(driver.executeAsyncScript(source + ";" + RUN_AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of what the screen shows. */
    void keepPicture(String name) {
        var shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
