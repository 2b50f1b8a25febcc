package shop;

import org.openqa.selenium.WebDriver;

/** Holds the driver of each thread for all tests. */
final class Driver {

    private static final ThreadLocal<WebDriver> DRIVER = new ThreadLocal<>();

    private Driver() {}

    static WebDriver start(String title) {
        DRIVER.set(Browsers.showing(title));
        return DRIVER.get();
    }

    static void forget() {
        DRIVER.remove();
    }
}
