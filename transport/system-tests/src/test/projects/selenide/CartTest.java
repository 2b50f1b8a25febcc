package shop;

import com.codeborne.selenide.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeOptions;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.open;
import static com.codeborne.selenide.Selenide.screenshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

class CartTest {

    @BeforeAll
    static void useTheBrowserOfThisMachine() {
        System.setProperty("webdriver.chrome.driver", System.getenv("CHROMEDRIVER"));
        Configuration.browserBinary = System.getenv("CHROMIUM");
        Configuration.headless = true;
        Configuration.reportsFolder = "target/selenide";
        Configuration.timeout = 200;
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                // Else it refuses the web socket of a Selenium of old.
                "--remote-allow-origins=*");
        Configuration.browserCapabilities = options;
    }

    @BeforeEach
    void enter() {
        open("data:text/html,<title>Cart</title><h1>Apples</h1><script>console.error('no pears')</script>");
    }

    @Test
    void failsForSelenide() {
        $("h1").shouldHave(text("Pears"));
    }

    @Test
    void failsForItself() {
        assertEquals("Pears", $("h1").text());
    }

    @Test
    void failsAfterAPicture() {
        screenshot("before");
        assertEquals("Pears", $("h1").text());
    }

    @Test
    void isPicturedByItself() {
        screenshot("mine");
    }

    @Test
    void passes() {}
}
