package dev.attest.standin.rules;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API version as clients write it: {@code major.minor[-preview[.revision]]}.
 *
 * @param revision of the resource, 0 if none is given
 */
public record ApiVersion(int major, int minor, boolean preview, int revision) {

    static final Comparator<ApiVersion> BY_NUMBER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    private static final Pattern FORMAT =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(-preview(?:\\.(\\d{1,3}))?)?", Pattern.CASE_INSENSITIVE);

    /** Parses a version; empty if the text is not one. */
    public static Optional<ApiVersion> parse(String text) {
        var match = FORMAT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ApiVersion(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                match.group(3) != null,
                match.group(4) == null ? 0 : Integer.parseInt(match.group(4))));
    }

    static ApiVersion of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    boolean isAfter(ApiVersion other) {
        return BY_NUMBER.compare(this, other) > 0;
    }

    /** Returns whether this version comes before the other one. A preview counts as its version. */
    public boolean isBefore(int otherMajor, int otherMinor) {
        return major != otherMajor ? major < otherMajor : minor < otherMinor;
    }

    /** Returns the version without its preview part, as {@code 7.1}. */
    public String number() {
        return major + "." + minor;
    }

    @Override
    public String toString() {
        return number() + (preview ? "-preview" + (revision > 0 ? "." + revision : "") : "");
    }
}
