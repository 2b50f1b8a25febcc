package shop;

import java.io.File;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Holds drivers where only tests know to look for them. */
final class Drivers {

    private static final ThreadLocal<WebDriver> CURRENT = new ThreadLocal<>();

    private Drivers() {}

    static WebDriver current() {
        return CURRENT.get();
    }

    static WebDriver open(String title) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getenv("CHROMIUM"));
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update");
        WebDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(System.getenv("CHROMEDRIVER")))
                        .build(),
                options);
        driver.get("data:text/html,<title>" + title + "</title><h1>" + title + "</h1>");
        CURRENT.set(driver);
        return driver;
    }

    static void close() {
        CURRENT.get().quit();
        CURRENT.remove();
    }
}
