package dev.attest.internal.browser;

import java.util.function.Consumer;

/**
 * Makes Selenium create its HTTP clients through {@code WatchedClientFactory}, by a system property of Selenium. The
 * factories are tried before the property is set, so that a failure here does not fail tests.
 */
public final class SessionWatch {

    /** Name of the factory of Attest. */
    public static final String NAME = "attest";

    private static final String PROPERTY = "webdriver.http.factory";
    private static final String FACTORY = "org.openqa.selenium.remote.http.HttpClient$Factory";

    /** Name of the factory of the watched clients: the default of Selenium since 4.8. */
    public static final String ORIGINAL = "jdk-http-client";

    private SessionWatch() {}

    /**
     * Sets the property, or reports why that is not possible.
     *
     * @return to clear the property; existing clients keep working
     */
    public static Runnable begin(Consumer<String> trouble) {
        String existing = System.getProperty(PROPERTY);
        if (existing != null) {
            trouble.accept(PROPERTY + " is " + existing + " already");
            return () -> {};
        }
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> factory = Class.forName(FACTORY, true, loader);
            for (String name : new String[] {ORIGINAL, NAME}) {
                factory.getMethod("create", String.class).invoke(null, name);
            }
            System.setProperty(PROPERTY, NAME);
            return SessionWatch::end;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Throwable cause = e.getCause();
            trouble.accept("this Selenium, if there is one, cannot be watched: " + (cause == null ? e : cause));
            return () -> {};
        }
    }

    private static void end() {
        if (NAME.equals(System.getProperty(PROPERTY))) {
            System.clearProperty(PROPERTY);
        }
    }
}
