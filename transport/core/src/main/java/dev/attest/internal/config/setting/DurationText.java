package dev.attest.internal.config.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as users write them: {@code 20s}, {@code 500ms}, {@code 2m}, {@code PT20S}, or a number of seconds. */
final class DurationText {

    /** A build tool that waits longer looks hung. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String NUMBER_AND_UNIT = "(\\d{1,9})\\s*(ms|s|m)?";

    private DurationText() {}

    /** Returns the shortest form that can be set. */
    static String format(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /** Returns the duration; null if the text is none, or a longer one than 10 minutes. */
    static @Nullable Duration parse(String text) {
        var duration = text.toUpperCase(Locale.ROOT).startsWith("P") ? iso(text) : plain(text);
        return duration == null || duration.isNegative() || duration.compareTo(LONGEST) > 0 ? null : duration;
    }

    private static @Nullable Duration plain(String text) {
        var matcher = Pattern.compile(NUMBER_AND_UNIT).matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        var amount = Long.parseLong(matcher.group(1));
        var unit = matcher.group(2);
        if ("ms".equals(unit)) {
            return Duration.ofMillis(amount);
        }
        return "m".equals(unit) ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
    }

    private static @Nullable Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
