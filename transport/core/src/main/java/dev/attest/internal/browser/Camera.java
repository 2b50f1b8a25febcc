package dev.attest.internal.browser;

import dev.attest.internal.browser.DriverSearch.FoundBrowser;
import dev.attest.spi.TestEvidence;
import dev.attest.spi.ValueText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Takes screenshots of the browsers of a test: {@code screenshot.png}, {@code page-source.html} and
 * {@code browser-console.log}, for a second browser {@code screenshot-2.png} and so on, and a line about each.
 *
 * <p>Call it on the thread of the test. A failure becomes a note. After the time limit, the thread is interrupted. That
 * ends a call to a hung driver if its HTTP client reacts to interrupts, as Selenium's does. Otherwise the call lasts
 * until the driver's own timeout.
 *
 * @param pageSource whether the source of the page is kept too
 * @param console whether the console of the browser is kept too
 * @param timeLimit for all screenshots of one test
 */
record Camera(boolean pageSource, boolean console, Duration timeLimit) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_PART = 200;

    Camera(boolean pageSource, boolean console) {
        this(pageSource, console, TIME_LIMIT);
    }

    /** Takes a screenshot of each browser; does nothing if there is none. */
    void capture(BrowserCandidates candidates, TestEvidence evidence, String key) {
        // An interrupt of the test would fail the calls to the browser and the writing of files.
        boolean interrupted = Thread.interrupted();
        ScreenshotBuffer buffer = new ScreenshotBuffer();
        try {
            DriverSearch search = new DriverSearch();
            List<FoundBrowser> browsers = search.search(candidates);
            if (browsers.isEmpty()) {
                explain(search.skipped(), buffer);
            } else {
                capture(browsers, candidates, buffer);
            }
        } catch (Throwable e) {
            buffer.note("No screenshot: " + describe(e));
        } finally {
            buffer.flushTo(evidence, key);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void capture(List<FoundBrowser> browsers, BrowserCandidates candidates, ScreenshotBuffer buffer) {
        String saved = candidates.saved();
        Object selenideDriver = saved == null ? null : selenideDriver(candidates);
        try (Watchdog watchdog = new Watchdog(timeLimit)) {
            int number = 1;
            for (FoundBrowser each : browsers) {
                if (watchdog.hasTimedOut()) {
                    buffer.note("No screenshot of " + each.where() + ": the " + timeLimit.toSeconds() + " s are over.");
                } else if (saved != null && each.browser().driver() == selenideDriver) {
                    new Capture(each, "", watchdog, buffer).explain(saved, console);
                } else {
                    new Capture(each, number == 1 ? "" : "-" + number, watchdog, buffer).take(pageSource, console);
                    number++;
                }
            }
        }
    }

    private static @Nullable Object selenideDriver(BrowserCandidates candidates) {
        Object started = Selenide.started(candidates.test().testClass());
        Browser browser = started == null ? null : Browser.of(started);
        return browser == null ? null : browser.driver();
    }

    private static void explain(Collection<String> skipped, ScreenshotBuffer buffer) {
        if (!skipped.isEmpty()) {
            buffer.note("No screenshot: " + String.join(", ", skipped)
                    + " was not asked, for that could start a browser. Attest.watch(driver) makes it known.");
        }
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

    /** The screenshots of one browser. */
    private record Capture(FoundBrowser found, String suffix, Watchdog watchdog, ScreenshotBuffer buffer) {

        void take(boolean withSource, boolean withConsole) {
            Browser browser = found.browser();
            String name = "screenshot" + suffix + ".png";
            try {
                if (browser.isClosed()) {
                    buffer.note("No " + name + ": the browser in " + found.where() + " was closed by then.");
                    return;
                }
                byte[] screenshot = screenshot(browser);
                if (screenshot != null) {
                    buffer.file(name, screenshot);
                    buffer.note(caption(name, browser));
                }
            } catch (Throwable e) {
                buffer.note("No " + name + " of the browser in " + found.where() + ": "
                        + (watchdog.hasTimedOut() ? "it did not answer in time" : describe(e)));
                if (e.getClass().getSimpleName().equals("NoSuchSessionException")) {
                    return;
                }
            }
            if (withSource) {
                keep("page-source" + suffix + ".html", answer(browser::pageSource));
            }
            if (withConsole) {
                keep("browser-console" + suffix + ".log", answer(browser::console));
            }
        }

        /** Adds the caption and the console to a screenshot that Selenide saved. */
        void explain(String saved, boolean withConsole) {
            buffer.note(caption(saved, found.browser()));
            if (withConsole) {
                keep("browser-console.log", answer(found.browser()::console));
            }
        }

        /** An open alert makes the first call fail. Most drivers then close the alert. */
        private byte @Nullable [] screenshot(Browser browser) throws Exception {
            try {
                return browser.screenshot();
            } catch (Exception e) {
                if (!e.getClass().getSimpleName().equals("UnhandledAlertException")) {
                    throw e;
                }
                byte[] screenshot = browser.screenshot();
                Object text = answer(() -> Reflection.call(e, "getAlertText"));
                buffer.note("An alert was open" + (text == null ? "" : " (\"" + shorten(text.toString()) + "\")")
                        + ": the picture was taken once the driver had closed it.");
                return screenshot;
            }
        }

        private String caption(String name, Browser browser) {
            StringJoiner caption = new StringJoiner(", ", name + ": ", "").setEmptyValue(name);
            add(caption, "", answer(browser::url));
            Object title = answer(browser::title);
            add(caption, "", title == null || title.toString().isBlank() ? null : "\"" + title + "\"");
            add(caption, "", answer(browser::size));
            add(caption, "session ", answer(browser::session));
            add(caption, "node ", answer(browser::node));
            return caption.toString();
        }

        private static void add(StringJoiner caption, String label, @Nullable Object part) {
            if (part != null) {
                caption.add(label + shorten(part.toString()));
            }
        }

        private void keep(String name, @Nullable Object text) {
            if (text != null && !text.toString().isEmpty()) {
                buffer.text(name, text.toString());
            }
        }

        /** Returns null if the driver does not provide the answer. */
        private @Nullable Object answer(Callable<@Nullable Object> question) {
            if (watchdog.hasTimedOut()) {
                return null;
            }
            try {
                return question.call();
            } catch (Throwable e) {
                return null;
            }
        }
    }
}
