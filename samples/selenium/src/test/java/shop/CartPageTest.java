package shop;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

import static org.testng.Assert.assertEquals;

/** The same shop, tested with TestNG. */
public class CartPageTest {

    private ShopPage shop;
    private WebDriver browser;

    @BeforeClass
    public void open() {
        if (!Browser.isHere()) {
            throw new SkipException(Browser.MISSING);
        }
        shop = new ShopPage();
    }

    @AfterClass
    public void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeMethod
    public void enter() {
        browser = Browser.start();
        browser.get(shop.url());
    }

    @AfterMethod
    public void leave() {
        browser.quit();
    }

    @Test
    public void emptiesTheCart() {
        browser.findElement(By.id("melon")).click();
        browser.findElement(By.id("clear")).click();

        assertEquals(browser.findElement(By.id("total")).getText(), "0.00");
    }

    @Test(description = "sells melons by halves (fails on purpose)")
    public void sellsMelonsByHalves() {
        browser.findElement(By.id("melon")).click();

        assertEquals(browser.findElement(By.id("total")).getText(), "2.25", "half a melon");
    }
}
