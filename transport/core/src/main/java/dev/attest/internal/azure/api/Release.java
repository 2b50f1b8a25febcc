package dev.attest.internal.azure.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the REST API, such as 7.1, without the preview suffix. */
record Release(int major, int minor) implements Comparable<Release> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(-preview(\\.\\d+)?)?");

    static Optional<Release> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Release(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isBefore(Release other) {
        return compareTo(other) < 0;
    }

    Release min(Release other) {
        return isBefore(other) ? this : other;
    }

    @Override
    public int compareTo(Release other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
