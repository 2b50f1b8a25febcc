package shop;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Queue;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts browsers, and keeps no driver. */
final class Browsers {

    private static final Queue<ChromeDriverService> SERVICES = new ArrayDeque<>();

    private Browsers() {}

    static WebDriver showing(String title) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getenv("CHROMIUM"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getenv("CHROMEDRIVER")))
                .build();
        SERVICES.add(service);
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.get("data:text/html,<title>" + title + "</title><h1>Apples</h1><script>console.error('no pears')</script>");
        return driver;
    }

    /** Stops the programs that drive the browsers, which end them. */
    static void stop() {
        while (!SERVICES.isEmpty()) {
            SERVICES.remove().stop();
        }
    }

    static void failOn(WebDriver driver) {
        driver.findElement(By.id("pears"));
    }
}
