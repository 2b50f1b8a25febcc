package dev.attest.config;

import java.util.regex.Pattern;

/** Values as they may stand in a message: short, on one line, and without the secrets that addresses carry. */
final class Shown {

    private static final int LONGEST = 200;
    /** Greedy on purpose: a password may hold any number of {@code @} and {@code /}. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=//).*@|^[^/]*:[^/]*@", Pattern.DOTALL);

    private static final Pattern QUERY = Pattern.compile("(?<=[?#]).*", Pattern.DOTALL);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Shown() {}

    static String of(String value) {
        var masked = value.contains("//") || value.contains("@") ? address(value) : value;
        var line = CONTROLS.matcher(masked).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static String address(String value) {
        var withoutUser = USER_INFO.matcher(value).replaceFirst("***@");
        return QUERY.matcher(withoutUser).replaceFirst("***");
    }
}
