package shop;

import org.openqa.selenium.WebDriver;

/** A holder that opens a browser when it is first asked for one. */
final class Initial {

    static final ThreadLocal<WebDriver> DRIVER = ThreadLocal.withInitial(Chromium::open);

    private Initial() {}
}
