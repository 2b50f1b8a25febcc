package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/**
 * Has Selenium make its HTTP clients through Attest, by the property that Selenium has for this. Everything is tried
 * before it is set: what does not work here must not work in a test.
 */
public final class SessionWatch implements AutoCloseable {

    /** By what name Selenium finds the factory of Attest. */
    public static final String NAME = "attest";

    private static final String PROPERTY = "webdriver.http.factory";
    private static final String FACTORY = "org.openqa.selenium.remote.http.HttpClient$Factory";

    /** Makes the clients that are watched: the default of Selenium since 4.8. */
    public static final String ORIGINAL = "jdk-http-client";

    private final @Nullable String trouble;

    private SessionWatch(@Nullable String trouble) {
        this.trouble = trouble;
    }

    /** Begins to watch, as far as that is possible. */
    public static SessionWatch begin() {
        String other = System.getProperty(PROPERTY);
        if (other != null) {
            return new SessionWatch(PROPERTY + " is " + other + " already");
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

    /** Returns why nothing is watched, or null. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Leaves Selenium alone; clients that were made go on. */
    @Override
    public void close() {
        if (trouble == null && NAME.equals(System.getProperty(PROPERTY))) {
            System.clearProperty(PROPERTY);
        }
    }
}
