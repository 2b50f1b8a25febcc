package dev.attest.cli.report;

import java.util.regex.Pattern;

/** Makes text visible as it is: nothing in it moves, hides or reverses other text. The template escapes the HTML. */
final class ShownText {

    private static final Pattern TERMINAL =
            Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*\u0007?");

    private ShownText() {}

    /** Returns the text up to a number of UTF-16 units, with a note of what is missing. */
    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return visible(text);
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return visible(text.substring(0, end)) + "\n… cut here: " + end + " of " + text.length()
                + " characters are shown";
    }

    /** Returns the text in one line. */
    static String line(String text, int longest) {
        return of(text.strip(), longest).replaceAll("\\s+", " ");
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        TERMINAL.matcher(text).replaceAll("").replace("\r\n", "\n").codePoints().forEach(c -> append(c, visible));
        return visible.toString();
    }

    private static void append(int c, StringBuilder visible) {
        if (c == '\n' || c == '\t') {
            visible.append((char) c);
        } else if (c < ' ') {
            visible.append((char) ('\u2400' + c));
        } else if (isInvisible(c)) {
            visible.append("[U+").append(String.format("%04X", c)).append(']');
        } else if (Character.getType(c) == Character.SURROGATE || (c & 0xfffe) == 0xfffe) {
            visible.append('\ufffd');
        } else {
            visible.appendCodePoint(c);
        }
    }

    /** Directions of writing, other formats without a glyph apart from the joiners of emoji, and controls of C1. */
    private static boolean isInvisible(int c) {
        return (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || (Character.getType(c) == Character.FORMAT && c != 0x200d && c != 0xad && !isTag(c));
    }

    /** Flags of Scotland and others are made of these. */
    private static boolean isTag(int c) {
        return c >= 0xe0020 && c <= 0xe007f;
    }
}
