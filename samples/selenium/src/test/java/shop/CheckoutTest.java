package shop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Nothing here is about Attest: it finds the driver, and takes its picture before it quits. */
class CheckoutTest {

    private static ShopPage shop;

    private WebDriver browser;

    @BeforeAll
    static void open() {
        assumeTrue(Browser.isHere(), Browser.MISSING);
        shop = new ShopPage();
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void enter() {
        browser = Browser.start();
        browser.get(shop.url());
    }

    @AfterEach
    void leave() {
        browser.quit();
    }

    @Test
    void addsUpWhatIsPicked() {
        browser.findElement(By.id("apple")).click();
        browser.findElement(By.id("apple")).click();

        assertEquals("2.40", browser.findElement(By.id("total")).getText());
    }

    @Test
    @DisplayName("gives a discount (fails on purpose)")
    void givesADiscount() {
        browser.findElement(By.id("melon")).click();

        assertEquals("4.05", browser.findElement(By.id("total")).getText(), "ten percent off above four euros");
    }
}
