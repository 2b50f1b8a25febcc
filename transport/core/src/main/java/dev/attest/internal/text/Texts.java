package dev.attest.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes text valid for the services: within the length of a field, and without characters that XML forbids. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char CONTROL_PICTURES = '\u2400';
    private static final int HASH_DIGITS = 8;
    private static final int LONGEST_PLAIN = 1024;

    private Texts() {}

    /**
     * Replaces the characters that XML 1.0 forbids, because the service stores and exports results as XML. A control
     * character becomes its picture, such as {@code ␀} for NUL. An unpaired surrogate becomes U+FFFD. Tabs and line
     * ends stay.
     */
    public static String clean(String text) {
        return isPlain(text) ? text : cleaned(text);
    }

    /** Returns whether a text has nothing to replace, and is no longer than most are. */
    @SuppressWarnings("LoopOverCharArray") // before it is compiled, to call charAt for each takes most of the time
    private static boolean isPlain(String text) {
        if (text.length() > LONGEST_PLAIN) {
            return false;
        }
        for (char c : text.toCharArray()) {
            if (c < ' ' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c >= Character.MIN_SURROGATE || clean(c) != c) {
                return cleanFrom(text, at);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int start) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, start);
        for (int at = start; at < text.length(); ) {
            int c = text.codePointAt(at);
            clean.appendCodePoint(clean(c));
            at += Character.charCount(c);
        }
        return clean.toString();
    }

    /** Returns the text, cut to a number of UTF-16 units. A cut text ends with the mark. */
    public static String cut(String text, int longest, String mark) {
        if (text.length() <= longest) {
            return text;
        }
        return head(text, longest - mark.length()) + mark;
    }

    /** Returns the text, cut if it is too long. A cut text ends with a note of its length. */
    public static String cutWithNote(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest, "… [cut, " + text.length() + " characters in all]");
    }

    /**
     * Returns the text, cut if it is too long. A cut text ends with a hash of the original, so that it stays unique.
     */
    public static String cutWithHash(String text, int longest) {
        return text.length() <= longest
                ? text
                : cut(text, longest, "~" + sha256(text).substring(0, HASH_DIGITS));
    }

    /** Returns the first UTF-16 units of a text, or one less to avoid splitting a surrogate pair. */
    public static String head(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }

    /** Returns the SHA-256 of the text in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the text with all HTML markup escaped. */
    public static String html(String text) {
        return clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns HTML that shows the text and its line breaks. */
    public static String htmlLines(String text) {
        return html(text).replace("\r\n", "\n").replace("\n", "<br>");
    }

    /** Returns the text in one line, cut to a number of UTF-16 units. A cut text ends with an ellipsis. */
    public static String line(String text, int longest) {
        return cut(clean(text).replaceAll("\\s+", " ").strip(), longest, "…");
    }

    private static int clean(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r' ? c : CONTROL_PICTURES + c;
        }
        boolean forbidden =
                (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0xFFFE || c == 0xFFFF;
        return forbidden ? REPLACEMENT : c;
    }
}
