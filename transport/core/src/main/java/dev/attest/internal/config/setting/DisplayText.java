package dev.attest.internal.config.setting;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Values as messages show them: short, on one line, and without the secrets that URLs contain. */
public final class DisplayText {

    private static final int LONGEST = 200;
    private static final char DELETE = 0x7f;
    /** Greedy on purpose: a password may hold any number of {@code @} and {@code /}. */
    private static final String USER_INFO = "(?s)(?<=//).*@|^[^/]*:[^/]*@";

    private static final String QUERY = "(?s)(?<=[?#]).*";

    private DisplayText() {}

    /** Returns the value in the form in which it can be set, as far as there is one. */
    public static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Duration duration) {
            return DurationText.format(duration);
        }
        if (value instanceof Collection<?> list) {
            return of(join(list));
        }
        if (value instanceof Map<?, ?> fields) {
            return of(join(fields.entrySet()));
        }
        return of(value.toString());
    }

    public static String of(String value) {
        var masked = value.contains("//") || value.contains("@") ? address(value) : value;
        var line = onOneLine(masked);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** Returns the text with a blank for each run of control characters. */
    static String onOneLine(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
                return text.replaceAll("\\p{Cntrl}+", " ");
            }
        }
        return text;
    }

    private static String join(Collection<?> values) {
        var all = new StringJoiner(", ");
        for (Object value : values) {
            all.add(value.toString());
        }
        return all.toString();
    }

    private static String address(String value) {
        return value.replaceFirst(USER_INFO, "***@").replaceFirst(QUERY, "***");
    }
}
