package dev.attest.internal.browser;

import dev.attest.internal.browser.DriverSearch.FoundBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Captures one browser: the picture first, then the source of the page, then the console. */
final class PageCapture {

    /** A page of tens of thousands of elements needs several seconds. */
    private static final Duration SOURCE_LIMIT = Duration.ofSeconds(2);

    /** A driver that takes longer for a picture may not be done with the source in time. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final FoundBrowser found;
    private final Browser browser;
    private final Camera camera;
    private final Watchdog watchdog;
    private final List<String> notes = new ArrayList<>();

    PageCapture(FoundBrowser found, Camera camera, Watchdog watchdog) {
        this.found = found;
        this.browser = found.browser();
        this.camera = camera;
        this.watchdog = watchdog;
    }

    CapturedPage take() {
        byte[] picture = null;
        String absence = "";
        long begun = System.nanoTime();
        try {
            if (browser.isClosed()) {
                return absent(": the browser in " + found.where() + " was closed by then.");
            }
            picture = watchdog.within(camera.timeLimit(), this::picture);
        } catch (Throwable e) {
            absence = " of the browser in " + found.where() + ": "
                    + (e instanceof TimeoutException ? "it did not answer in time" : Camera.describe(e));
            if (isGone(e)) {
                return absent(absence);
            }
        }
        boolean slow = System.nanoTime() - begun > SLOW.toNanos();
        String caption = picture != null && slow ? caption(null) : "";
        PageSource source = source();
        if (picture != null && !slow) {
            caption = caption(source);
        }
        return new CapturedPage(
                "",
                picture == null ? null : new Png(picture),
                caption,
                absence,
                notes,
                source == null ? "" : source.text(),
                console());
    }

    /** Captures the caption and the console for a picture that is attached already. */
    CapturedPage withoutPicture(String savedAs) {
        return new CapturedPage(savedAs, null, caption(null), "", notes, "", console());
    }

    private CapturedPage absent(String reason) {
        return new CapturedPage("", null, "", reason, notes, "", "");
    }

    /** An open alert makes the first call fail. Most drivers then close the alert. */
    private byte @Nullable [] picture() throws Exception {
        try {
            return browser.screenshot();
        } catch (Exception e) {
            if (!e.getClass().getSimpleName().equals("UnhandledAlertException")) {
                throw e;
            }
            byte[] picture = browser.screenshot();
            Object text = alertText(e);
            notes.add("An alert was open" + (text == null ? "" : " (\"" + Camera.shorten(text.toString()) + "\")")
                    + ": the picture was taken once the driver had closed it.");
            return picture;
        }
    }

    private static @Nullable Object alertText(Exception thrown) {
        try {
            return Reflection.call(thrown, "getAlertText");
        } catch (Exception e) {
            // An older version does not tell.
            return null;
        }
    }

    private String caption(@Nullable PageSource source) {
        StringJoiner caption = new StringJoiner(", ");
        add(caption, "", source != null && source.url() != null ? source.url() : answer(browser::url));
        Object title = source != null && source.title() != null ? source.title() : answer(browser::title);
        add(caption, "", title == null || title.toString().isBlank() ? null : "\"" + title + "\"");
        add(caption, "", source != null && source.size() != null ? source.size() : answer(browser::size));
        add(caption, "session ", answer(browser::session));
        add(caption, "node ", answer(browser::node));
        return caption.toString();
    }

    private static void add(StringJoiner caption, String label, @Nullable Object part) {
        if (part != null) {
            caption.add(label + Camera.shorten(part.toString()));
        }
    }

    private @Nullable PageSource source() {
        PageSource source = camera.pageSource() ? part("page source", SOURCE_LIMIT, browser::pageSource) : null;
        if (source != null && source.isCut()) {
            notes.add("The page source of " + found.where() + " is cut: it has " + source.length() + " characters, and "
                    + source.text().length() + " are kept.");
        }
        return source;
    }

    private String console() {
        String console = camera.console() ? part("console", camera.timeLimit(), browser::console) : null;
        return console == null ? "" : console;
    }

    /** Returns null if the driver does not provide the part. */
    private <T> @Nullable T part(String name, Duration limit, Callable<@Nullable T> question) {
        try {
            return watchdog.within(limit, question);
        } catch (TimeoutException e) {
            notes.add("No " + name + " of " + found.where() + ": "
                    + (watchdog.hasTimedOut()
                            ? "the " + camera.limit() + " for screenshots were over."
                            : "it took more than " + limit.toSeconds() + " s."));
            return null;
        } catch (Throwable e) {
            return null;
        }
    }

    /** Returns null if the driver does not provide the answer. */
    private @Nullable Object answer(Callable<@Nullable Object> question) {
        try {
            return watchdog.within(camera.timeLimit(), question);
        } catch (Throwable e) {
            return null;
        }
    }

    private static boolean isGone(Throwable thrown) {
        return thrown.getClass().getSimpleName().equals("NoSuchSessionException");
    }
}
