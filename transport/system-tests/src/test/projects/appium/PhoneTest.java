package shop;

import io.appium.java_client.AppiumDriver;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.MutableCapabilities;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PhoneTest {

    private AppiumDriver phone;

    @BeforeEach
    void enter() throws Exception {
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "chrome");
        capabilities.setCapability(
                "goog:chromeOptions",
                Map.of("binary", System.getenv("CHROMIUM"), "args", List.of("--headless=new", "--no-sandbox")));
        phone = new AppiumDriver(URI.create(System.getenv("REMOTE_END")).toURL(), capabilities);
        phone.get("data:text/html,<title>Phone</title><h1>Apples</h1>");
    }

    @AfterEach
    void leave() {
        phone.quit();
    }

    @Test
    void fails() {
        assertEquals("Pears", phone.getTitle());
    }
}
