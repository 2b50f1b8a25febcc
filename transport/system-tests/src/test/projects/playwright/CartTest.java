package shop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

class CartTest {

    private static Playwright playwright;
    private static Browser browser;

    private Page page;

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv("CHROMIUM")))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @BeforeEach
    void enter() {
        page = browser.newPage();
        page.navigate("data:text/html,<title>Cart</title><h1>Apples</h1><script>console.error('no pears')</script>");
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void fails() {
        assertEquals("Pears", page.textContent("h1"));
    }

    @Test
    void failsForPlaywright() {
        assertThat(page.locator("h1")).hasText("Pears", new com.microsoft.playwright.assertions.LocatorAssertions
                .HasTextOptions().setTimeout(200));
    }

    @Test
    void passes() {}
}
