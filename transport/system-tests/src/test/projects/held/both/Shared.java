package shop;

import org.openqa.selenium.WebDriver;

/** The browser that the tests of a class share. */
final class Shared {

    static WebDriver driver;

    private Shared() {}
}
