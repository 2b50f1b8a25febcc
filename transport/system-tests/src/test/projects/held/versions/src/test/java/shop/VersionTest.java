package shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;

class VersionTest {

    @AfterEach
    void quit() {
        if (Drivers.current() != null) {
            Drivers.quit();
        }
    }

    @Test
    void fails() {
        Page.failOn(Drivers.openAlone(), "VersionTest.fails");
    }

    @Test
    void passes() {
        Page.show(Drivers.open(), "VersionTest.passes");
    }

    @Test
    void quitsInFinally() {
        WebDriver driver = Chromium.openAlone();
        try {
            Page.failOn(driver, "VersionTest.quitsInFinally");
        } finally {
            driver.quit();
        }
    }

    @Test
    void closesTheLastWindow() {
        WebDriver driver = Chromium.openRemote();
        try {
            Page.failOn(driver, "VersionTest.closesTheLastWindow");
        } finally {
            driver.close();
        }
    }
}
