package dev.attest.internal.browser;

import dev.attest.internal.browser.DriverSearch.FoundBrowser;
import dev.attest.spi.ValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Captures what browsers show: a picture, the source of the page, and the console.
 *
 * <p>Call it on the thread that may use the browsers, and without an interrupt, which would fail the calls to them. A
 * failure becomes a note. After the time limit, the thread is interrupted. That ends a call to a hung driver if its
 * HTTP client reacts to interrupts, as Selenium's does. Otherwise the call lasts until the driver's own timeout.
 *
 * @param pageSource whether the source of the page is kept too
 * @param console whether the console of the browser is kept too
 * @param timeLimit for all browsers of one test
 */
record Camera(boolean pageSource, boolean console, Duration timeLimit) {

    private static final int LONGEST_PART = 200;

    /**
     * A browser whose picture is saved already, so that none is taken.
     *
     * @param fileName of the picture
     */
    record SavedPicture(Object driver, String fileName) {}

    /** Returns what each browser shows, in the same order. */
    List<CapturedPage> capture(List<FoundBrowser> browsers, @Nullable SavedPicture saved) {
        List<CapturedPage> pages = new ArrayList<>();
        try (Watchdog watchdog = new Watchdog(timeLimit)) {
            for (FoundBrowser each : browsers) {
                PageCapture capture = new PageCapture(each, this, watchdog);
                if (saved != null && each.browser().driver() == saved.driver()) {
                    pages.add(capture.withoutPicture(saved.fileName()));
                } else {
                    pages.add(capture.take());
                }
            }
        }
        return pages;
    }

    String limit() {
        return timeLimit.toMillis() / 1000.0 + " s";
    }

    /** Returns class and message of an exception, in one line. */
    static String describe(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException e) {
            message = null;
        }
        String name = thrown.getClass().getSimpleName();
        return message == null ? name : name + ": " + shorten(message);
    }

    static String shorten(String text) {
        return ValueText.cut(text.strip().lines().findFirst().orElse(""), LONGEST_PART);
    }
}
