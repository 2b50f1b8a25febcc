package dev.attest.internal.browser;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures of what the browsers of a test show: {@code screenshot.png}, {@code page-source.html} and
 * {@code browser-console.log}, for a second browser {@code screenshot-2.png} and so on, and a line on each.
 *
 * <p>Everything happens on the calling thread, which has to be the test's own, and within a bound: once that is over
 * the thread is interrupted, which ends a call to a driver that hangs as far as its HTTP client heeds interruption
 * (Selenium's does); a driver that does not heed it is waited for until its own timeout. Nothing is ever thrown.
 */
public final class Camera {

    /** How long the pictures of one test may take, all together. */
    public static final Duration BOUND = Duration.ofSeconds(10);

    private static final int LONGEST_PART = 200;

    private final boolean pageSource;
    private final boolean console;
    private final Duration bound;

    /**
     * Makes one.
     *
     * @param pageSource whether the source of the page is kept as well
     * @param console whether what the page wrote to its console is kept as well
     */
    public Camera(boolean pageSource, boolean console) {
        this(pageSource, console, BOUND);
    }

    Camera(boolean pageSource, boolean console, Duration bound) {
        this.pageSource = pageSource;
        this.console = console;
        this.bound = bound;
    }

    /** Takes a picture of each browser that is found, and does nothing where there is none. */
    public void shoot(BrowserCandidates surroundings, ScreenshotSink evidence) {
        // Of an interruption the browser need not know, and what writes the evidence down must not.
        boolean interrupted = Thread.interrupted();
        BufferedSink film = new BufferedSink();
        try {
            DriverSearch search = new DriverSearch();
            List<FoundBrowser> browsers = search.search(surroundings);
            if (browsers.isEmpty()) {
                explain(search.unasked(), film);
            } else {
                shoot(browsers, surroundings, film);
            }
        } catch (Throwable e) {
            film.note("No screenshot: " + said(e));
        } finally {
            film.develop(evidence);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void shoot(List<FoundBrowser> browsers, BrowserCandidates surroundings, ScreenshotSink evidence) {
        String saved = surroundings.saved();
        Object pictured = saved == null ? null : ofSelenide(surroundings);
        try (Watchdog watchdog = new Watchdog(bound)) {
            int number = 1;
            for (FoundBrowser each : browsers) {
                if (watchdog.hasBarked()) {
                    evidence.note("No screenshot of " + each.where() + ": the " + bound.toSeconds() + " s are over.");
                } else if (saved != null && each.browser().driver() == pictured) {
                    new Sitting(each, "", watchdog, evidence).explain(saved, console);
                } else {
                    new Sitting(each, number == 1 ? "" : "-" + number, watchdog, evidence).take(pageSource, console);
                    number++;
                }
            }
        }
    }

    private static @Nullable Object ofSelenide(BrowserCandidates surroundings) {
        Object started = Selenide.started(surroundings.testClass());
        Browser browser = started == null ? null : Browser.of(started);
        return browser == null ? null : browser.driver();
    }

    private static void explain(Collection<String> unasked, ScreenshotSink evidence) {
        if (!unasked.isEmpty()) {
            evidence.note("No screenshot: " + String.join(", ", unasked)
                    + " was not asked, for that could start a browser. Attest.watch(driver) makes it known.");
        }
    }

    /** Returns what was thrown, in one line. */
    static String said(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException e) {
            message = null;
        }
        String name = thrown.getClass().getSimpleName();
        return message == null ? name : name + ": " + abridged(message);
    }

    static String abridged(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.length() <= LONGEST_PART) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_PART - 2)) ? LONGEST_PART - 2 : LONGEST_PART - 1;
        return line.substring(0, end) + "…";
    }

    /** One browser before the camera. */
    private record Sitting(FoundBrowser found, String suffix, Watchdog watchdog, ScreenshotSink evidence) {

        /** What is asked for, and may fail. */
        private interface Question {
            @Nullable
            Object ask() throws Exception;
        }

        void take(boolean withSource, boolean withConsole) {
            Browser browser = found.browser();
            String name = "screenshot" + suffix + ".png";
            try {
                if (browser.isClosed()) {
                    evidence.note("No " + name + ": the browser in " + found.where() + " was closed by then.");
                    return;
                }
                byte[] picture = picture(browser);
                if (picture != null) {
                    evidence.file(name, picture);
                    evidence.note(caption(name, browser));
                }
            } catch (Throwable e) {
                evidence.note("No " + name + " of the browser in " + found.where() + ": "
                        + (watchdog.hasBarked() ? "it did not answer in time" : said(e)));
                if (isGone(e)) {
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

        /** Adds what a picture that was saved by somebody else leaves out. */
        void explain(String saved, boolean withConsole) {
            evidence.note(caption(saved, found.browser()));
            if (withConsole) {
                keep("browser-console.log", answer(found.browser()::console));
            }
        }

        /** An open alert makes the first attempt fail, and most drivers close it then. */
        private byte @Nullable [] picture(Browser browser) throws Exception {
            try {
                return browser.picture();
            } catch (Exception e) {
                if (!e.getClass().getSimpleName().equals("UnhandledAlertException")) {
                    throw e;
                }
                byte[] picture = browser.picture();
                Object text = answer(() -> Reflection.call(e, "getAlertText"));
                evidence.note("An alert was open" + (text == null ? "" : " (\"" + abridged(text.toString()) + "\")")
                        + ": the picture was taken once the driver had closed it.");
                return picture;
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
                caption.add(label + abridged(part.toString()));
            }
        }

        private void keep(String name, @Nullable Object text) {
            if (text != null && !text.toString().isEmpty()) {
                evidence.text(name, text.toString());
            }
        }

        /** Not every driver knows everything. */
        private @Nullable Object answer(Question question) {
            if (watchdog.hasBarked()) {
                return null;
            }
            try {
                return question.ask();
            } catch (Throwable e) {
                return null;
            }
        }

        private static boolean isGone(Throwable thrown) {
            return thrown.getClass().getSimpleName().equals("NoSuchSessionException");
        }
    }
}
