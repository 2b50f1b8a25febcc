package com.codeborne.selenide;

import org.openqa.selenium.WebDriver;

/** Stands for Selenide's, which the core does without. */
public final class WebDriverRunner {

    public static final ThreadLocal<WebDriver> STARTED = new ThreadLocal<>();

    private WebDriverRunner() {}

    public static boolean hasWebDriverStarted() {
        return STARTED.get() != null;
    }

    public static WebDriver getWebDriver() {
        if (STARTED.get() == null) {
            throw new IllegalStateException("would start a browser");
        }
        return STARTED.get();
    }
}
