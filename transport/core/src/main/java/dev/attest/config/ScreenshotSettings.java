package dev.attest.config;

/**
 * What is kept of the browsers of a test.
 *
 * @param when for which attempts; for those that failed by default
 * @param pageSource whether the source of the page is kept with the picture; true by default
 * @param browserConsole whether what the page wrote to its console is kept with the picture; true by default
 * @param sessions whether browsers are looked for among the sessions that Selenium has open; false by default
 */
public record ScreenshotSettings(When when, boolean pageSource, boolean browserConsole, boolean sessions) {}
