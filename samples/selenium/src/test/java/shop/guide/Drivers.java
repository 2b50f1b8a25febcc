package shop.guide;

import dev.attest.Attest;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the guide shows of drivers that Attest does not find by itself. */
final class Drivers {

    private Drivers() {}

    static WebDriver open() {
        WebDriver driver = Attest.watch(new ChromeDriver());
        return driver;
    }
}
