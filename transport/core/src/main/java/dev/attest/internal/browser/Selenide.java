package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** Asks Selenide for the browser of the calling thread, and its failures for their pictures. */
public final class Selenide {

    private Selenide() {}

    /** Returns whether what was thrown tells of a picture by this name. */
    public static boolean tellsOf(Throwable failure, String picture) {
        try {
            Object shot = Reflection.is(failure, "com.codeborne.selenide.ex.UIAssertionError")
                    ? Reflection.call(failure, "getScreenshot")
                    : null;
            Object url = shot == null ? null : Reflection.call(shot, "getImage");
            return url != null && url.toString().endsWith("/" + picture);
        } catch (Exception | LinkageError e) {
            // One that does not say so tells of none.
            return false;
        }
    }

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
