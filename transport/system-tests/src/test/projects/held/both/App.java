package shop;

import org.openqa.selenium.WebDriver;

/** An application of steps over page objects: a driver is three levels away. */
final class App {

    private final Checkout checkout;

    App(WebDriver driver) {
        this.checkout = new Checkout(driver);
    }

    void fail(String mark) {
        checkout.fail(mark);
    }

    void quit() {
        checkout.quit();
    }
}
