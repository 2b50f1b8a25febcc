package shop;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Several browsers at once, each on the thread of its test. */
@Execution(ExecutionMode.CONCURRENT)
class ManyCustomersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void buyAtTheSameTime(int apples) {
        assumeTrue(Browser.isHere(), Browser.MISSING);
        try (ShopPage shop = new ShopPage()) {
            WebDriver browser = Browser.start();
            try {
                browser.get(shop.url());
                for (int apple = 0; apple < apples; apple++) {
                    browser.findElement(By.id("apple")).click();
                }

                assertEquals(
                        String.format("%.2f", apples * 1.20).replace(',', '.'),
                        browser.findElement(By.id("total")).getText());
            } finally {
                browser.quit();
            }
        }
    }
}
