package shop;

import org.openqa.selenium.WebDriver;

/** A holder of one driver for all threads. */
final class Singleton {

    private static Singleton instance;

    private final WebDriver driver = Chromium.open();

    private Singleton() {}

    static Singleton instance() {
        if (instance == null) {
            instance = new Singleton();
        }
        return instance;
    }

    WebDriver driver() {
        return driver;
    }

    static void quit() {
        instance.driver.quit();
        instance = null;
    }
}
