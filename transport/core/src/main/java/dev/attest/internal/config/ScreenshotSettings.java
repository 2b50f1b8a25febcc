package dev.attest.internal.config;

import dev.attest.When;
import java.time.Duration;

/**
 * When screenshots of browsers are taken, what is kept with them, whether Selenium's open sessions are watched, and
 * whether the last page of each is kept.
 *
 * @param timeout for all screenshots of one test
 */
public record ScreenshotSettings(
        When when,
        boolean pageSource,
        boolean browserConsole,
        boolean sessions,
        boolean beforeQuit,
        Duration timeout) {}
