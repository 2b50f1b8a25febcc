package dev.attest.internal.json;

import java.nio.charset.StandardCharsets;

/**
 * Reads JSON text byte by byte, in the form in which {@link JsonText} writes it. Takes no other form, even where JSON
 * allows it: there it throws, and {@link Json} may read it. Not thread-safe.
 */
final class JsonScanner {

    private static final int MOST_DIGITS = 19;

    private final byte[] text;
    private int at;

    JsonScanner(byte[] text) {
        this.text = text;
    }

    /** Returns whether the next byte is this ASCII character, and skips it then. */
    boolean skip(char c) {
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) throws MalformedJsonException {
        if (!skip(c)) {
            throw unexpected();
        }
    }

    void expectEnd() throws MalformedJsonException {
        if (at != text.length) {
            throw unexpected();
        }
    }

    /** Returns whether the next byte is a digit or a minus. */
    boolean isNumber() {
        return at < text.length && (text[at] == '-' || (text[at] >= '0' && text[at] <= '9'));
    }

    /** Returns whether a member with this name is next, and skips its name then, with all before its value. */
    boolean skipName(boolean first, String name) {
        int from = first ? at : at + 1;
        int length = name.length();
        if (from + length + 3 > text.length || (!first && text[at] != ',') || text[from] != '"') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[from + 1 + i] != name.charAt(i)) {
                return false;
            }
        }
        if (text[from + length + 1] != '"' || text[from + length + 2] != ':') {
            return false;
        }
        at = from + length + 3;
        return true;
    }

    /** Reads the literal of a flag. */
    boolean flag() throws MalformedJsonException {
        boolean value = skip('t');
        for (char c : (value ? "rue" : "false").toCharArray()) {
            expect(c);
        }
        return value;
    }

    /** Reads a whole number. */
    long number() throws MalformedJsonException {
        boolean negative = skip('-');
        int from = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            value = 10 * value + (text[at++] - '0');
        }
        int digits = at - from;
        // a number of 19 digits that is too large wraps to a negative one
        if (digits == 0 || digits > MOST_DIGITS || value < 0 || (text[from] == '0' && (digits > 1 || negative))) {
            throw unexpected();
        }
        return negative ? -value : value;
    }

    /** Reads a string. */
    String string() throws MalformedJsonException {
        expect('"');
        int from = at;
        while (at < text.length && text[at] != '"') {
            if (text[at] == '\\') {
                return escaped(from);
            }
            requireNoControl();
            at++;
        }
        expect('"');
        return text(from, at - 1);
    }

    private String escaped(int begin) throws MalformedJsonException {
        StringBuilder string = new StringBuilder();
        int from = begin;
        while (at < text.length && text[at] != '"') {
            requireNoControl();
            if (text[at++] == '\\') {
                string.append(text(from, at - 1)).append(escape());
                from = at;
            }
        }
        expect('"');
        return string.append(text(from, at - 1)).toString();
    }

    private char escape() throws MalformedJsonException {
        if (at == text.length) {
            throw unexpected();
        }
        char c = (char) text[at++];
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() throws MalformedJsonException {
        int c = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length ? Character.digit(text[at++], 16) : -1;
            if (digit < 0) {
                throw unexpected();
            }
            c = c << 4 | digit;
        }
        if (Character.isSurrogate((char) c)) {
            throw unexpected(); // half a character may follow
        }
        return (char) c;
    }

    private void requireNoControl() throws MalformedJsonException {
        if (text[at] >= 0 && text[at] < ' ') {
            throw unexpected();
        }
    }

    private String text(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private MalformedJsonException unexpected() {
        return new MalformedJsonException("not as Attest writes it, from byte " + at + " on");
    }
}
