package shop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each test keeps its page in another place. */
class PlacesTest {

    private static Playwright playwright;
    private static Browser browser;

    private final Map<String, Page> pages = new HashMap<>();
    private Application application;

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

    @AfterEach
    void forget() {
        Pages.close();
        OnlyPage.page = null;
        browser.contexts().forEach(context -> context.close());
    }

    @Test
    void failsInAThreadLocal() {
        Pages.open(open("thread local"));
        assertEquals("Pears", Pages.current().textContent("h1"));
    }

    @Test
    void failsInAStaticField() {
        OnlyPage.page = open("static field");
        assertEquals("Pears", OnlyPage.page.textContent("h1"));
    }

    @Test
    void failsThreeLevelsDeep() {
        application = new Application(open("three levels"));
        assertEquals("Pears", application.heading());
    }

    @Test
    void failsInAMap() {
        pages.put("shop", open("map"));
        assertEquals("Pears", pages.get("shop").textContent("h1"));
    }

    @Test
    void passes() {
        Pages.open(open("passes"));
        OnlyPage.page = open("passes too");
    }

    private static Page open(String title) {
        Page page = browser.newPage();
        page.navigate("data:text/html,<title>" + title + "</title><h1>Apples</h1><script>console.error('no pears')</script>");
        return page;
    }
}
