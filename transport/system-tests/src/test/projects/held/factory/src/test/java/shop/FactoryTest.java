package shop;

import org.junit.jupiter.api.Test;

/** Chooses the HTTP client of Selenium itself. */
class FactoryTest {

    static {
        System.setProperty("webdriver.http.factory", "jdk-http-client");
    }

    @Test
    void fails() {
        try {
            Page.failOn(Drivers.open(), "FactoryTest.fails");
        } finally {
            Drivers.quit();
        }
    }
}
