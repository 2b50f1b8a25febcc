package dev.attest.internal.config;

import dev.attest.When;

/** When screenshots of browsers are taken, what is kept with them, and whether Selenium's open sessions are watched. */
public record ScreenshotSettings(When when, boolean pageSource, boolean browserConsole, boolean sessions) {}
