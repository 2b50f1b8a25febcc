package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/**
 * Makes Selenium create its HTTP clients through {@code WatchedClientFactory}, by a system property of Selenium. The
 * factories are tried before the property is set, so that a failure here does not fail tests.
 */
public final class SessionWatch implements AutoCloseable {

    /** Name of the factory of Attest. */
    public static final String NAME = "attest";

    private static final String PROPERTY = "webdriver.http.factory";
    private static final String FACTORY = "org.openqa.selenium.remote.http.HttpClient$Factory";

    /** Name of the factory of the watched clients: the default of Selenium since 4.8. */
    public static final String ORIGINAL = "jdk-http-client";

    private final @Nullable String trouble;

    private SessionWatch(@Nullable String trouble) {
        this.trouble = trouble;
    }

    /** Sets the property, if that is possible. */
    public static SessionWatch begin() {
        String existing = System.getProperty(PROPERTY);
        if (existing != null) {
            return new SessionWatch(PROPERTY + " is " + existing + " already");
        }
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> factory = Class.forName(FACTORY, true, loader);
            for (String name : new String[] {ORIGINAL, NAME}) {
                factory.getMethod("create", String.class).invoke(null, name);
            }
            System.setProperty(PROPERTY, NAME);
            return new SessionWatch(null);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Throwable cause = e.getCause();
            return new SessionWatch(
                    "this Selenium, if there is one, cannot be watched: " + (cause == null ? e : cause));
        }
    }

    /** Returns why nothing is watched; null if the property is set. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Clears the property. Existing clients keep working. */
    @Override
    public void close() {
        if (trouble == null && NAME.equals(System.getProperty(PROPERTY))) {
            System.clearProperty(PROPERTY);
        }
    }
}
