package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** Finds the browser of Selenide and the screenshots that its failures name. */
final class Selenide {

    private Selenide() {}

    /** Returns whether a failure names a screenshot with this file name. */
    static boolean names(Throwable failure, String fileName) {
        try {
            Object screenshot = Reflection.is(failure, "com.codeborne.selenide.ex.UIAssertionError")
                    ? Reflection.call(failure, "getScreenshot")
                    : null;
            Object url = screenshot == null ? null : Reflection.call(screenshot, "getImage");
            return url != null && url.toString().endsWith("/" + fileName);
        } catch (Exception | LinkageError e) {
            // A failure of an unknown version names none.
            return false;
        }
    }

    /** Returns the driver that Selenide has started on this thread, or null. Starts none. */
    static @Nullable Object started(Class<?> testClass) {
        try {
            Class<?> runner =
                    Class.forName("com.codeborne.selenide.WebDriverRunner", false, testClass.getClassLoader());
            boolean started =
                    Boolean.TRUE.equals(runner.getMethod("hasWebDriverStarted").invoke(null));
            return started ? runner.getMethod("getWebDriver").invoke(null) : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // Selenide is absent, or this version does not tell.
            return null;
        }
    }
}
