package dev.attest.internal.config.setting;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as messages show them: short, on one line, and without the secrets that URLs contain. */
public final class DisplayText {

    private static final int LONGEST = 200;
    /** Greedy on purpose: a password may hold any number of {@code @} and {@code /}. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=//).*@|^[^/]*:[^/]*@", Pattern.DOTALL);

    private static final Pattern QUERY = Pattern.compile("(?<=[?#]).*", Pattern.DOTALL);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

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
            return of(join(list.stream()));
        }
        if (value instanceof Map<?, ?> fields) {
            return of(join(fields.entrySet().stream()));
        }
        return of(value.toString());
    }

    public static String of(String value) {
        var masked = value.contains("//") || value.contains("@") ? address(value) : value;
        var line = CONTROLS.matcher(masked).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static String join(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String address(String value) {
        var withoutUser = USER_INFO.matcher(value).replaceFirst("***@");
        return QUERY.matcher(withoutUser).replaceFirst("***");
    }
}
