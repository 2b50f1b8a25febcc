package shop;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.remote.RemoteWebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Execution(ExecutionMode.CONCURRENT)
class GridTest {

    private static final Path READY = Path.of("target/grid/grid.properties");
    private static final Path USED = Path.of("target/grid/used.txt");
    /** All are open before one is quit: they are as many as both nodes have room for. */
    private static final CyclicBarrier ALL_OPEN = new CyclicBarrier(4);

    private static Process grid;
    private static URL url;

    @BeforeAll
    static void start() throws Exception {
        grid = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "shop.Grid",
                        READY.toString(),
                        USED.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/grid.log").toFile())
                .start();
        while (!Files.exists(READY) || Files.size(READY) == 0) {
            assertTrue(grid.isAlive());
            Thread.sleep(100);
        }
        url = URI.create(Files.readString(READY).strip().replace("url=", "")).toURL();
    }

    @AfterAll
    static void stop() throws Exception {
        Files.delete(READY);
        assertTrue(grid.waitFor(30, TimeUnit.SECONDS));
        assertEquals("2 nodes had sessions", Files.readString(USED).strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void oneOfTwoFails(int number) throws Exception {
        WebDriver driver = new RemoteWebDriver(url, Chromium.options());
        try {
            ALL_OPEN.await(60, TimeUnit.SECONDS);
            if (number % 2 == 0) {
                Page.failOn(driver, "GridTest." + number);
            }
            Page.show(driver, "GridTest." + number);
        } finally {
            driver.quit();
        }
    }
}
