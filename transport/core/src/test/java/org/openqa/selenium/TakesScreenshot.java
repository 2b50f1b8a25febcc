package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public interface TakesScreenshot {

    <X> X getScreenshotAs(OutputType<X> target);
}
