package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where browsers are found, with programs that only tell a version. */
@DisabledOnOs(OS.WINDOWS)
class InstalledBrowserIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "edge, microsoft-edge, msedgedriver, Microsoft Edge 150.0.1.2, Microsoft Edge WebDriver 150.0.1.2",
        "firefox, firefox, geckodriver, Mozilla Firefox 150.0, geckodriver 0.36.0",
    })
    void isFoundOnThePath(String name, String program, String driver, String version, String driverVersion)
            throws Exception {
        Path browser = program("bin/" + program, version);
        Path itsDriver = program("bin/" + driver, driverVersion);

        String found = find(Map.of("SE_BROWSER", name));

        assertEquals(new InstalledBrowser(name, browser.toFile(), itsDriver.toFile()).toString(), found);
    }

    @Test
    void isFoundWhereItsVariableSays() throws Exception {
        Path browser = program("opt/my browser/chrome", "Google Chrome 150.0.1.2");
        Path driver = program("bin/chromedriver", "ChromeDriver 150.0.1.2");

        String found = find(Map.of("SE_BROWSER", "chrome", "SE_BROWSER_PATH", browser.toString()));

        assertEquals(new InstalledBrowser("chrome", browser.toFile(), driver.toFile()).toString(), found);
    }

    @Test
    void isTheFirstOneWithADriver() throws Exception {
        program("bin/google-chrome", "Google Chrome 150.0.1.2");
        program("bin/firefox", "Mozilla Firefox 150.0");
        Path driver = program("bin/geckodriver", "geckodriver 0.36.0");

        assertTrue(find(Map.of()).contains(driver.toString()));
    }

    @Test
    void isNoneWithoutADriver() throws Exception {
        program("bin/google-chrome", "Google Chrome 150.0.1.2");

        assertEquals("no browser with its driver", find(Map.of()));
    }

    @Test
    void isNoneIfAnotherOneIsAskedFor() throws Exception {
        program("bin/google-chrome", "Google Chrome 150.0.1.2");
        program("bin/chromedriver", "ChromeDriver 150.0.1.2");

        assertEquals("no browser with its driver", find(Map.of("SE_BROWSER", "firefox")));
    }

    private Path program(String path, String version) throws IOException {
        Path program = folder.resolve(path);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\necho '" + version + "'\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a JVM that has nothing but the folder: the variables of this one name its browsers. */
    private String find(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                InstalledBrowser.class.getName());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("SE_CACHE_PATH", folder.resolve("cache").toString());
        builder.environment().putAll(variables);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return printed;
    }
}
