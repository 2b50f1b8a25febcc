package dev.attest.internal.qacomplete;

import dev.attest.internal.text.Texts;

/**
 * The title of a file, by which it is found again: replies tell no id that could be relied on.
 *
 * <pre>page.png [r118-ab12cd34]</pre>
 */
final class FileTitle {

    /** More is answered with an internal server error. */
    static final int LONGEST = 255;

    private static final int DIGITS = 8;

    private FileTitle() {}

    /**
     * Returns the title of a file.
     *
     * @param origin what tells a run from others, in letters and digits
     */
    static String of(String name, String origin, String sha256) {
        String tag = " [r" + origin + "-" + Texts.head(sha256, DIGITS) + "]";
        return Texts.cut(Texts.clean(name).replaceAll("\\s+", " ").strip(), LONGEST - tag.length(), "…") + tag;
    }
}
