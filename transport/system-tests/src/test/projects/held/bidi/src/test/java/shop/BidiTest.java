package shop;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.ReadinessState;
import org.openqa.selenium.chrome.ChromeOptions;

/** A session that is driven over its web socket alone. */
class BidiTest {

    @Test
    void fails() {
        ChromeOptions options = Chromium.options();
        options.setCapability("webSocketUrl", true);
        WebDriver driver = Drivers.openAlone(options);
        try {
            new BrowsingContext(driver, driver.getWindowHandle())
                    .navigate(Page.url("BidiTest.fails"), ReadinessState.COMPLETE);
            throw new AssertionError("on purpose");
        } finally {
            Drivers.quit();
        }
    }
}
