package dev.attest.internal.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the browsers of a test may be.
 *
 * @param testClass the class of the test
 * @param instances what the test is a method of, innermost first
 * @param arguments what it was given
 * @param watched what it named
 * @param sessions those that it has, as {@link LiveSessions} knows them
 * @param saved the name of the picture that Selenide has saved of what failed, null if it has not
 */
public record BrowserCandidates(
        Class<?> testClass,
        List<? extends @Nullable Object> instances,
        List<? extends @Nullable Object> arguments,
        List<?> watched,
        List<?> sessions,
        @Nullable String saved) {}
