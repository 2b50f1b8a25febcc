package shop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openqa.selenium.WebDriver;

/** A browser for each thread, which all tests of the thread drive. */
final class Crowd {

    static final int TESTS = 320;

    private static final Queue<WebDriver> ALL = new ConcurrentLinkedQueue<>();
    private static final ThreadLocal<WebDriver> CURRENT = ThreadLocal.withInitial(Crowd::open);

    private Crowd() {}

    /** Fails for one number of four. */
    static void test(int number) {
        String mark = "Crowd." + number;
        if (number % 4 == 0) {
            Page.failOn(CURRENT.get(), mark);
        }
        Page.show(CURRENT.get(), mark);
    }

    static void quit() {
        ALL.forEach(WebDriver::quit);
    }

    private static WebDriver open() {
        WebDriver driver = Chromium.open();
        ALL.add(driver);
        return driver;
    }
}
