package shop;

import java.util.List;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** A driver whose browser shows a page of one dot. */
public final class PaintedDriver implements WebDriver, TakesScreenshot {

    private static final String DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Override
    public <X> X getScreenshotAs(OutputType<X> type) {
        return type.convertFromBase64Png(DOT);
    }

    @Override
    public String getTitle() {
        return "A dot";
    }

    @Override
    public String getCurrentUrl() {
        return "https://shop.example/dot";
    }

    @Override
    public String getPageSource() {
        return "<p>.</p>";
    }

    @Override
    public void get(String url) {}

    @Override
    public List<WebElement> findElements(By by) {
        return List.of();
    }

    @Override
    public WebElement findElement(By by) {
        return null;
    }

    @Override
    public void close() {}

    @Override
    public void quit() {}

    @Override
    public Set<String> getWindowHandles() {
        return Set.of();
    }

    @Override
    public String getWindowHandle() {
        return "";
    }

    @Override
    public TargetLocator switchTo() {
        return null;
    }

    @Override
    public Navigation navigate() {
        return null;
    }

    @Override
    public Options manage() {
        return null;
    }
}
