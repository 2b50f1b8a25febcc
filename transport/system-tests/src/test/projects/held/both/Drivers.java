package shop;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The holder that most suites have: a driver for each thread. */
final class Drivers {

    private static final ThreadLocal<WebDriver> CURRENT = new ThreadLocal<>();

    private Drivers() {}

    static WebDriver open() {
        CURRENT.set(Chromium.open());
        return CURRENT.get();
    }

    static WebDriver openAlone() {
        return openAlone(Chromium.options());
    }

    static WebDriver openAlone(ChromeOptions options) {
        CURRENT.set(Chromium.openAlone(options));
        return CURRENT.get();
    }

    static WebDriver current() {
        return CURRENT.get();
    }

    static void quit() {
        CURRENT.get().quit();
        CURRENT.remove();
    }
}
