package dev.attest.internal.browser;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes Selenium create its HTTP clients through {@code WatchedClientFactory}: by a system property of Selenium, and by
 * letting Selenium choose its default factory early, on a thread of Attest, so that a test that sets the property later
 * does not undo it. The clients that the property would select otherwise do the work. Selenium creates the factory by
 * ServiceLoader, so what it needs is static. Thread-safe.
 */
public final class SessionWatch {

    /** Name of the factory of Attest. */
    public static final String NAME = "attest";

    private static final String PROPERTY = "webdriver.http.factory";
    private static final String FACTORY = "org.openqa.selenium.remote.http.HttpClient$Factory";
    private static final String OWN_FACTORY = "dev.attest.internal.browser.selenium.WatchedClientFactory";
    private static final String EXECUTOR = "org.openqa.selenium.remote.HttpCommandExecutor";

    /** Value of the property before Attest set it; empty if there was none. */
    private static volatile String original = "";

    /** Why sessions are not seen; empty if they are. */
    private static volatile String trouble = "they are not watched";

    private static volatile boolean seleniumUsed;

    private SessionWatch() {}

    /**
     * Begins to watch, or reports why that is not possible. Does nothing without Selenium.
     *
     * @return to stop; existing clients keep working
     */
    public static Runnable begin(Consumer<String> warning) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> factory = Class.forName(FACTORY, false, loader);
            Class<?> own = Class.forName(OWN_FACTORY, false, factory.getClassLoader());
            if (!factory.isAssignableFrom(own)) {
                throw new ClassNotFoundException(OWN_FACTORY + " for another Selenium");
            }
        } catch (ClassNotFoundException | LinkageError e) {
            if (String.valueOf(e.getMessage()).contains(OWN_FACTORY)) {
                trouble = "the class loader of Selenium does not find Attest";
                warning.accept(trouble);
            }
            return () -> {};
        }
        trouble = "";
        choose();
        Thread preparing = new Thread(null, () -> prepare(loader), "attest-selenium", 0, false);
        preparing.setDaemon(true);
        preparing.setContextClassLoader(loader);
        preparing.start();
        return SessionWatch::end;
    }

    /** Records that sessions are not watched because a setting says so. */
    public static void switchedOff() {
        trouble = "attest.screenshot.sessions is false";
    }

    /** Records that Selenium looks for a factory. */
    public static void factoryCreated() {
        seleniumUsed = true;
    }

    /** Returns the name of the factory that Selenium would use without Attest; empty for its default. */
    public static String originalFactory() {
        String current = System.getProperty(PROPERTY, "");
        return current.isEmpty() || current.equals(NAME) ? original : current;
    }

    /** Returns why the sessions of a Selenium that is in use are not seen; empty if they are. */
    static String blindness() {
        return !seleniumUsed || trouble.isEmpty()
                ? ""
                : "No screenshot: the test has no driver where Attest looks for it, and Attest does not see the sessions of"
                        + " Selenium: " + trouble + ". Attest.watch(driver) makes a driver known.";
    }

    /** Returns the value that the property had, if it had another one. */
    private static synchronized @Nullable String choose() {
        String current = System.getProperty(PROPERTY);
        if (NAME.equals(current)) {
            return null;
        }
        original = current == null ? "" : current;
        System.setProperty(PROPERTY, NAME);
        return current;
    }

    /** Makes Selenium choose the factory of its drivers now. A test may have set the property in the meantime. */
    private static void prepare(ClassLoader loader) {
        String ofTest = choose();
        try {
            Object chosen = Class.forName(EXECUTOR, true, loader)
                    .getMethod("getDefaultClientFactory")
                    .invoke(null);
            if (chosen != null && !chosen.getClass().getName().equals(OWN_FACTORY)) {
                trouble = "its drivers use " + chosen.getClass().getName() + ", which was chosen before";
            }
        } catch (Throwable e) {
            // This Selenium has no drivers, or chooses the factory of each driver by the property.
        } finally {
            if (ofTest != null) {
                System.setProperty(PROPERTY, ofTest);
            }
            seleniumUsed = false;
        }
    }

    private static synchronized void end() {
        if (NAME.equals(System.getProperty(PROPERTY))) {
            if (original.isEmpty()) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, original);
            }
        }
    }
}
