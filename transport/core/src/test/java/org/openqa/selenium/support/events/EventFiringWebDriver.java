package org.openqa.selenium.support.events;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** Stands for that of Selenium 3: it calls listeners, and tells what it wraps. */
public class EventFiringWebDriver implements WebDriver, TakesScreenshot {

    private final WebDriver driver;

    public EventFiringWebDriver(WebDriver driver) {
        this.driver = driver;
    }

    public WebDriver getWrappedDriver() {
        return driver;
    }

    @Override
    public <X> X getScreenshotAs(OutputType<X> target) {
        throw new AssertionError("listeners hear of it");
    }

    @Override
    public String getCurrentUrl() {
        throw new AssertionError("listeners hear of it");
    }

    @Override
    public String getTitle() {
        throw new AssertionError("listeners hear of it");
    }

    @Override
    public String getPageSource() {
        throw new AssertionError("listeners hear of it");
    }
}
