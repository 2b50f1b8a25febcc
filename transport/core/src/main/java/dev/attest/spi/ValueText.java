package dev.attest.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Formats values of tests for people: on one line and of limited length. */
public final class ValueText {

    private static final int MAX_VALUE = 200;

    private ValueText() {}

    /** Returns the value as text of at most 200 characters. Does not throw, even if {@code toString()} does. */
    public static String format(@Nullable Object value) {
        try {
            String text = value instanceof CharSequence ? "\"" + value + "\"" : deepToString(value);
            return cut(escaped(text), MAX_VALUE);
        } catch (Throwable e) {
            return "(toString() threw " + e.getClass().getName() + ")";
        }
    }

    /** Returns the text, cut to a number of UTF-16 units. A cut text ends with an ellipsis. */
    public static String cut(String text, int maxLength) {
        return cut(text, maxLength, "…");
    }

    static String cut(String text, int maxLength, String mark) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength - mark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }

    private static String deepToString(@Nullable Object value) {
        if (value == null || !value.getClass().isArray()) {
            return "" + value; // a text even if toString() returns null
        }
        String inArray = Arrays.deepToString(new @Nullable Object[] {value});
        return inArray.substring(1, inArray.length() - 1);
    }

    private static String escaped(String text) {
        int plain = 0;
        while (plain < text.length() && plain <= MAX_VALUE && !Character.isISOControl(text.charAt(plain))) {
            plain++;
        }
        return plain == text.length() ? text : withoutControls(text);
    }

    private static String withoutControls(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length() && i <= MAX_VALUE; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return escaped.toString();
    }
}
