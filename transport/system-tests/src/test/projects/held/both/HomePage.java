package shop;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;
import org.openqa.selenium.support.PageFactory;

/** A page object, which has its driver in a field. */
class HomePage {

    private final WebDriver driver;

    @FindBy(tagName = "h1")
    private WebElement heading;

    HomePage(WebDriver driver) {
        this.driver = driver;
        PageFactory.initElements(driver, this);
    }

    void fail(String mark) {
        Page.show(driver, mark);
        throw new AssertionError("read " + heading.getText() + " instead of pears");
    }

    void quit() {
        driver.quit();
    }
}
