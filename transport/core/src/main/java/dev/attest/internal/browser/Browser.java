package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** A browser that a test drives, with any library. Only the thread of the test may call it. */
sealed interface Browser permits SeleniumDriver, SessionBrowser, PlaywrightPage {

    /** Returns the browser that an object is, or null. */
    static @Nullable Browser of(Object candidate) {
        if (!isBrowser(candidate) || new Mocks(candidate.getClass().getClassLoader()).isMock(candidate)) {
            return null;
        }
        return PlaywrightPage.isPage(candidate)
                ? new PlaywrightPage(candidate)
                : new SeleniumDriver(SeleniumDriver.undecorated(candidate));
    }

    private static boolean isBrowser(Object candidate) {
        return SeleniumDriver.isDriver(candidate) || PlaywrightPage.isPage(candidate);
    }

    /** Returns the object that drives it. Two browsers are the same if they have the same driver. */
    Object driver();

    /** Returns whether the test has closed it. */
    boolean isClosed() throws Exception;

    /** Returns a PNG of the visible page, or null. */
    byte @Nullable [] screenshot() throws Exception;

    @Nullable
    Object url() throws Exception;

    @Nullable
    Object title() throws Exception;

    /** Returns width and height of the window, such as {@code 1280x900}, or null. */
    @Nullable
    String size() throws Exception;

    /** Returns the id of the WebDriver session, or null. */
    default @Nullable Object session() throws Exception {
        return null;
    }

    /** Returns the id of the WebDriver session; null if there is none, or the driver does not tell. */
    default @Nullable String sessionId() {
        try {
            Object session = session();
            return session == null ? null : session.toString();
        } catch (Exception e) {
            return null;
        }
    }

    /** Returns the address of the Grid node that runs it, or null. */
    default @Nullable Object node() throws Exception {
        return null;
    }

    @Nullable
    PageSource pageSource() throws Exception;

    /** Returns the entries of the browser console, one a line; null if the library does not provide them. */
    default @Nullable String console() throws Exception {
        return null;
    }
}
