package dev.attest.internal.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of a page, or its beginning, and what the same question to the browser told of the page.
 *
 * @param length of the whole source, in characters
 * @param url null if the browser is to be asked for it; so are the others
 * @param size of the window, such as {@code 1280x900}
 */
record PageSource(
        String text,
        long length,
        @Nullable String url,
        @Nullable String title,
        @Nullable String size) {

    /**
     * The most characters that are kept. Drivers need about a second for so many, and cannot be stopped: the next
     * command waits until they are done.
     */
    static final int MOST = 1_000_000;

    /**
     * Returns length and beginning of the source, and the rest unless it runs in a frame: one command takes a fraction
     * of the time of four. Only the driver knows the address of a page of errors.
     */
    static final String SCRIPT = "var source = document.documentElement.outerHTML;"
            + " var told = [String(source.length), source.slice(0, " + MOST + ")];"
            + " return window.top === window && /^(https?|data|file):/.test(location.href)"
            + " && typeof document.title === 'string' && window.outerWidth > 0"
            + " ? told.concat(location.href, document.title, window.outerWidth + 'x' + window.outerHeight) : told;";

    /** Returns the source from all of its text. */
    static PageSource of(String whole) {
        return new PageSource(
                whole.length() <= MOST ? whole : whole.substring(0, MOST), whole.length(), null, null, null);
    }

    /** Returns the source from what the script returned; null if that is something else. */
    static @Nullable PageSource ofScript(@Nullable Object result) {
        if (!(result instanceof List<?> parts)
                || parts.size() < 2
                || !parts.stream().allMatch(String.class::isInstance)) {
            return null;
        }
        List<String> told = parts.stream().map(String.class::cast).toList();
        boolean toldAll = told.size() == 5;
        return new PageSource(
                told.get(1),
                length(told.get(0)),
                toldAll ? told.get(2) : null,
                toldAll ? told.get(3) : null,
                toldAll ? told.get(4) : null);
    }

    /** Returns 0 for what is no number: the page may have changed what the script uses. */
    private static long length(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    boolean isCut() {
        return text.length() < length;
    }
}
