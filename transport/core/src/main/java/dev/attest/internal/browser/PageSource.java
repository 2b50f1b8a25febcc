package dev.attest.internal.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of a page, or its beginning.
 *
 * @param length of the whole source, in characters
 */
record PageSource(String text, long length) {

    /**
     * The most characters that are kept. Drivers need about a second for so many, and cannot be stopped: the next
     * command waits until they are done.
     */
    static final int MOST = 1_000_000;

    /** Returns length and beginning of the source; a driver is asked for the whole of it only if this fails. */
    static final String SCRIPT = "var source = document.documentElement.outerHTML;"
            + " return [source.length, source.slice(0, " + MOST + ")];";

    /** Returns the source from all of its text. */
    static PageSource of(String whole) {
        return new PageSource(whole.length() <= MOST ? whole : whole.substring(0, MOST), whole.length());
    }

    /** Returns the source from what the script returned; null if that is something else. */
    static @Nullable PageSource ofScript(@Nullable Object result) {
        return result instanceof List<?> parts
                        && parts.size() == 2
                        && parts.get(0) instanceof Number length
                        && parts.get(1) instanceof String text
                ? new PageSource(text, length.longValue())
                : null;
    }

    boolean isCut() {
        return text.length() < length;
    }
}
