package dev.attest.internal.masking;

import org.jspecify.annotations.Nullable;

/**
 * A text without the escapes of JSON, XML and URLs, and where each of its characters comes from. All escapes are read
 * in one pass, whatever the language of the text, as a log has several.
 *
 * <pre>
 * \" \\ \/ \n &#92;u003d \x3d     &amp;amp; &amp;apos; &amp;#39; &amp;#x27;     %3D %C3%B6
 * </pre>
 */
final class Unescaped {

    private static final String[][] ENTITIES = {
        {"amp;", "&"}, {"lt;", "<"}, {"gt;", ">"}, {"quot;", "\""}, {"apos;", "'"}, {"nbsp;", "\u00a0"}
    };
    private static final String ESCAPED = "\"\\/'nrtbf";
    private static final String MEANT = "\"\\/'\n\r\t\b\f";
    private static final int LONGEST_NUMBER = 8;
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    private final String escaped;
    private final StringBuilder text;
    private final int[] origins;

    private Unescaped(String escaped) {
        this.escaped = escaped;
        this.text = new StringBuilder(escaped.length());
        this.origins = new int[escaped.length() + 1];
    }

    /** Returns the text without escapes; null if it has none. */
    static @Nullable Unescaped of(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('&') < 0 && text.indexOf('%') < 0) {
            return null;
        }
        Unescaped unescaped = new Unescaped(text);
        unescaped.read();
        return unescaped.text.length() == text.length() ? null : unescaped;
    }

    /** Returns the text without the escapes that are left; null if there are none. */
    @Nullable
    Unescaped again() {
        Unescaped further = of(text());
        if (further != null) {
            for (int at = 0; at <= further.text.length(); at++) {
                further.origins[at] = origins[further.origins[at]];
            }
        }
        return further;
    }

    String text() {
        return text.toString();
    }

    /** Returns the index of each character, and of the end, in the escaped text. */
    int[] origins() {
        return origins;
    }

    private void read() {
        int at = 0;
        while (at < escaped.length()) {
            char c = escaped.charAt(at);
            int end = at;
            if (c == '\\') {
                end = readBackslash(at);
            } else if (c == '&') {
                end = readEntity(at);
            } else if (c == '%') {
                end = readPercent(at);
            }
            if (end == at) {
                end = add(c, at, at + 1);
            }
            at = end;
        }
        origins[text.length()] = escaped.length();
    }

    /** Adds a code point that stands for the escape; returns the end of the escape. */
    private int add(int codePoint, int start, int end) {
        int before = text.length();
        text.appendCodePoint(codePoint);
        for (int at = before; at < text.length(); at++) {
            origins[at] = start;
        }
        return end;
    }

    /** Returns the end of the escape; the start if it is none. */
    private int readBackslash(int start) {
        char kind = start + 1 < escaped.length() ? escaped.charAt(start + 1) : ' ';
        int simple = ESCAPED.indexOf(kind);
        if (simple >= 0) {
            return add(MEANT.charAt(simple), start, start + 2);
        }
        int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        int value = digits == 0 ? -1 : number(start + 2, start + 2 + digits, HEX);
        return value < 0 ? start : add(value, start, start + 2 + digits);
    }

    private int readEntity(int start) {
        for (String[] entity : ENTITIES) {
            if (escaped.startsWith(entity[0], start + 1)) {
                return add(entity[1].charAt(0), start, start + 1 + entity[0].length());
            }
        }
        if (!escaped.startsWith("#", start + 1)) {
            return start;
        }
        boolean hex = escaped.startsWith("x", start + 2) || escaped.startsWith("X", start + 2);
        int first = hex ? start + 3 : start + 2;
        int end = semicolon(first);
        int value = end < 0 || end - first > LONGEST_NUMBER ? -1 : number(first, end, hex ? HEX : DECIMAL);
        return value < 0 || value > Character.MAX_CODE_POINT ? start : add(value, start, end + 1);
    }

    /** Returns where the number ends that begins here; -1 if it is too long to be one. */
    private int semicolon(int first) {
        for (int at = first; at < escaped.length() && at - first <= LONGEST_NUMBER; at++) {
            if (escaped.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    /** Reads a character of UTF-8; a single byte that is none counts as one of ISO 8859-1. */
    private int readPercent(int start) {
        int first = octet(start);
        if (first < 0) {
            return start;
        }
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        int codePoint = more == 0 ? first : first & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            int next = octet(start + 3 * i);
            if (next < 0 || (next & 0xC0) != 0x80) {
                return add(first, start, start + 3);
            }
            codePoint = (codePoint << 6) | (next & 0x3F);
        }
        return codePoint > Character.MAX_CODE_POINT
                ? add(first, start, start + 3)
                : add(codePoint, start, start + 3 + 3 * more);
    }

    private int octet(int start) {
        return escaped.startsWith("%", start) ? number(start + 1, start + 3, HEX) : -1;
    }

    /** Returns a number; -1 if there is none. */
    private int number(int start, int end, int radix) {
        if (start >= end || end > escaped.length()) {
            return -1;
        }
        int value = 0;
        for (int at = start; at < end; at++) {
            int digit = digit(escaped.charAt(at));
            if (digit < 0 || digit >= radix) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | ' ');
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + DECIMAL : -1;
    }
}
