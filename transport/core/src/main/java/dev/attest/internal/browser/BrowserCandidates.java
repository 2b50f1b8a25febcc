package dev.attest.internal.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places where the browsers of a test may be.
 *
 * @param testClass the class of the test
 * @param instances of the test class and its outer classes, innermost first
 * @param arguments of the test method
 * @param watched drivers that the thread of the test passed to {@code Attest.watch}
 * @param sessions open sessions of the test, from {@link LiveSessions}
 * @param saved file name of the screenshot that Selenide saved of the failure; null if there is none
 */
public record BrowserCandidates(
        Class<?> testClass,
        List<? extends @Nullable Object> instances,
        List<? extends @Nullable Object> arguments,
        List<?> watched,
        List<?> sessions,
        @Nullable String saved) {}
