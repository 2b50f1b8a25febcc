package shop;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A page that has a mark for its title and its heading, and a colour of its own. */
final class Page {

    private Page() {}

    static void show(WebDriver driver, String mark) {
        driver.get(url(mark));
    }

    static String url(String mark) {
        return System.getenv("PAGES") + "/" + mark;
    }

    /** Shows the page and fails as a test does that reads something else than it wants. */
    static void failOn(WebDriver driver, String mark) {
        show(driver, mark);
        throw new AssertionError(
                "read " + driver.findElement(By.tagName("h1")).getText() + " instead of pears");
    }
}
