package shop;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.manager.SeleniumManager;
import org.openqa.selenium.manager.SeleniumManagerOutput.Result;

/**
 * A browser of this machine with its driver, both found by Selenium Manager: on the PATH, where browsers are usually
 * installed, in its cache, and where its {@code SE_} variables say. It is told to be offline, so that it downloads
 * nothing.
 *
 * @param name {@code chrome}, which may also be Chromium, {@code edge} or {@code firefox}
 */
record InstalledBrowser(String name, File program, File driver) {

    private static final List<String> NAMES = List.of("chrome", "edge", "firefox");

    /** Returns the browsers that have a driver, or the one that {@code SE_BROWSER} asks for. */
    static Stream<InstalledBrowser> find() {
        String wanted = System.getenv().getOrDefault("SE_BROWSER", "");
        return NAMES.stream()
                .filter(name -> wanted.isEmpty() || name.equalsIgnoreCase(wanted))
                .flatMap(name -> find(name).stream());
    }

    private static Optional<InstalledBrowser> find(String name) {
        try {
            Result found = SeleniumManager.getInstance().getBinaryPaths(List.of("--browser", name, "--offline"));
            InstalledBrowser browser =
                    new InstalledBrowser(name, new File(found.getBrowserPath()), new File(found.getDriverPath()));
            return Optional.of(browser).filter(InstalledBrowser::isThere);
        } catch (WebDriverException e) {
            // Selenium Manager says so if there is no driver.
            return Optional.empty();
        }
    }

    private boolean isThere() {
        return program.isFile() && driver.isFile();
    }

    /** Prints what is found, for a look at a machine. */
    public static void main(String[] args) {
        System.out.println(find().findFirst().map(InstalledBrowser::toString).orElse("no browser with its driver"));
    }
}
