package dev.attest.internal.config;

import dev.attest.When;

/**
 * The screenshots of browsers.
 *
 * @param when attempts that get screenshots; by default the failed ones
 * @param pageSource whether the source of the page is kept too; true by default
 * @param browserConsole whether the console of the browser is kept too; true by default
 * @param sessions whether browsers are also found by the open sessions of Selenium; false by default
 */
public record ScreenshotSettings(When when, boolean pageSource, boolean browserConsole, boolean sessions) {}
