package dev.attest.internal.browser;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A browser that a test drives, whatever the library. Only its test's own thread may ask it. */
sealed interface Browser permits SeleniumDriver, SessionBrowser, PlaywrightPage {

    /** Returns an object as the browser that it is, or null. */
    static @Nullable Browser of(Object candidate) {
        if (!isOne(candidate) || MockitoMocks.isOne(candidate)) {
            return null;
        }
        return PlaywrightPage.isOne(candidate)
                ? new PlaywrightPage(candidate)
                : new SeleniumDriver(SeleniumDriver.undecorated(candidate));
    }

    /** Returns whether an object may stand for a browser that is started once it is asked for anything. */
    static boolean isLazy(Object candidate) {
        boolean proxy = Reflection.is(candidate, "org.springframework.aop.SpringProxy")
                || (Proxy.isProxyClass(candidate.getClass()) && !SeleniumDriver.isDecorated(candidate));
        return proxy && isOne(candidate);
    }

    private static boolean isOne(Object candidate) {
        return SeleniumDriver.isOne(candidate) || PlaywrightPage.isOne(candidate);
    }

    /** Returns what drives it: two of these are the same browser if this is the same object. */
    Object driver();

    /** Returns whether the test has closed it. */
    boolean isClosed() throws Exception;

    /** Returns a PNG of what it shows. */
    byte @Nullable [] picture() throws Exception;

    @Nullable
    Object url() throws Exception;

    @Nullable
    Object title() throws Exception;

    /** Returns width and height of what is seen, such as {@code 1280x900}, or null. */
    @Nullable
    String size() throws Exception;

    /** Returns the id by which a grid knows it, or null. */
    @Nullable
    Object session() throws Exception;

    /** Returns on which node of a grid it runs, or null. */
    @Nullable
    Object node() throws Exception;

    @Nullable
    Object pageSource() throws Exception;

    /** Returns what the page wrote to its console, a line for each entry; null if it does not tell. */
    @Nullable
    String console() throws Exception;
}
