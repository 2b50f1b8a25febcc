package dev.attest.internal.qacomplete;

import dev.attest.internal.text.Texts;

/**
 * The title of a file, which identifies it because replies may lack an id.
 *
 * <pre>page.png [r118-ab12cd34]</pre>
 */
final class FileTitle {

    /** The server answers longer titles with an internal server error. */
    static final int LONGEST = 255;

    private static final int DIGITS = 8;

    private FileTitle() {}

    /** @param origin identifies the run, in letters and digits */
    static String of(String name, String origin, String sha256) {
        String tag = " [r" + origin + "-" + Texts.head(sha256, DIGITS) + "]";
        return Texts.cut(Texts.clean(name).replaceAll("\\s+", " ").strip(), LONGEST - tag.length(), "…") + tag;
    }
}
