package dev.attest.testng;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes values of tests for people: in one line, of a bounded length, whatever their {@code toString()} does. */
final class Values {

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_LIST = 1000;

    private Values() {}

    static String list(List<? extends @Nullable Object> values) {
        StringJoiner line = new StringJoiner(", ");
        for (Object value : values) {
            if (line.length() <= LONGEST_LIST) {
                line.add(one(value));
            }
        }
        return abridged(line.toString(), LONGEST_LIST);
    }

    static String one(@Nullable Object value) {
        try {
            String text = value instanceof CharSequence ? "\"" + value + "\"" : deepToString(value);
            return abridged(escaped(text), LONGEST_VALUE);
        } catch (Throwable e) {
            return "(toString() threw " + e.getClass().getName() + ")";
        }
    }

    /** Returns what a value says of itself, unchanged. */
    static String plain(@Nullable Object value) {
        try {
            return String.valueOf(value);
        } catch (Throwable e) {
            return e.getClass().getName();
        }
    }

    /** Returns whether a value says more about itself than its class and a number. */
    static boolean speaks(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }

    private static String deepToString(@Nullable Object value) {
        String inArray = Arrays.deepToString(new @Nullable Object[] {value});
        return inArray.substring(1, inArray.length() - 1);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length() && i <= LONGEST_VALUE; i++) {
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

    private static String abridged(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
