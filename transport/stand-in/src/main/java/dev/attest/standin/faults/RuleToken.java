package dev.attest.standin.faults;

import dev.attest.standin.faults.Fault.Throttle;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An option of a fault, such as {@code nth=2} or {@code drop}.
 *
 * @param value the text after the equals sign; "" without one
 * @param quoted whether the value was in quotes, and is a literal text
 */
record RuleToken(String name, String value, boolean quoted) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(|B|KB|MB)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)", Pattern.CASE_INSENSITIVE);

    /** Returns a number of at least 1. */
    long count() {
        if (value.matches("\\d{1,9}") && Long.parseLong(value) > 0) {
            return Long.parseLong(value);
        }
        throw expected("a whole number from 1, such as " + name + "=2");
    }

    /** Returns a number of bytes. 1 KB is 1024 bytes. */
    long size() {
        var match = SIZE.matcher(value);
        if (!match.matches()) {
            throw expected("a size, such as " + name + "=512, " + name + "=64KB or " + name + "=2MB");
        }
        var unit = switch (match.group(2).toUpperCase(Locale.ROOT)) {
            case "KB" -> 1024L;
            case "MB" -> 1024L * 1024;
            default -> 1L;
        };
        return Long.parseLong(match.group(1)) * unit;
    }

    Duration duration() {
        return duration(value, "a time, such as " + name + "=200ms, " + name + "=3s or " + name + "=1m");
    }

    private Duration duration(String text, String expected) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            throw expected(expected);
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    double chance() {
        if (value.matches("0?\\.\\d{1,9}|1|1\\.0")) {
            return Double.parseDouble(value);
        }
        throw expected("a probability between 0 and 1, such as chance=0.1");
    }

    /** Returns bytes per time, such as {@code 100/s} or {@code 1KB/50ms}. */
    Throttle throttle() {
        var expected = "bytes per time, such as " + name + "=100/s or " + name + "=1KB/50ms";
        var slash = value.indexOf('/');
        var bytes = slash < 0 ? null : SIZE.matcher(value.substring(0, slash));
        if (bytes == null || !bytes.matches()) {
            throw expected(expected);
        }
        var size = new RuleToken(name, bytes.group(), false).size();
        var time = value.substring(slash + 1);
        var every = duration(Character.isDigit(time.isEmpty() ? 'x' : time.charAt(0)) ? time : "1" + time, expected);
        if (size == 0 || size > Integer.MAX_VALUE || every.isZero()) {
            throw expected(expected);
        }
        return new Throttle((int) size, every);
    }

    int status() {
        if (value.matches("[2-5]\\d\\d")) {
            return Integer.parseInt(value);
        }
        throw expected("an HTTP status from 200 to 599, such as " + name + "=503");
    }

    /** Refuses a value, as this option takes none. */
    void requireNoValue() {
        if (!value.isEmpty()) {
            throw expected("\"" + name + "\" alone");
        }
    }

    IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("\"" + this + "\" is not understood: expected " + what + ".");
    }

    @Override
    public String toString() {
        return value.isEmpty() && !quoted ? name : name + "=" + (quoted ? TokenizedRule.quote(value) : value);
    }
}
