package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public interface WebDriver {

    String getCurrentUrl();

    String getTitle();

    String getPageSource();
}
