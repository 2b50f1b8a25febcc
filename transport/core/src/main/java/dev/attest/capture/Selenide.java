package dev.attest.capture;

import org.jspecify.annotations.Nullable;

/** Asks Selenide for the browser of the calling thread. */
final class Selenide {

    private Selenide() {}

    /** Returns the driver that Selenide has started for this thread, or null. Starts none. */
    static @Nullable Object started(Class<?> testClass) {
        try {
            Class<?> runner =
                    Class.forName("com.codeborne.selenide.WebDriverRunner", false, testClass.getClassLoader());
            boolean started =
                    Boolean.TRUE.equals(runner.getMethod("hasWebDriverStarted").invoke(null));
            return started ? runner.getMethod("getWebDriver").invoke(null) : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // No Selenide, or one that does not know: no browser of its.
            return null;
        }
    }
}
