package shop;

import org.openqa.selenium.WebDriver;

/** Steps over page objects: a driver is two levels away. */
final class Checkout {

    private final HomePage home;

    Checkout(WebDriver driver) {
        this.home = new HomePage(driver);
    }

    void fail(String mark) {
        home.fail(mark);
    }

    void quit() {
        home.quit();
    }
}
