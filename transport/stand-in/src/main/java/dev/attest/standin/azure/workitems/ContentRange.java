package dev.attest.standin.azure.workitems;

import dev.attest.standin.rules.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position of a chunk in its file, such as {@code bytes 0-39999/50000}. The last byte is included.
 *
 * @param end the position after the last byte
 */
record ContentRange(long start, long end, long total) {

    private static final Pattern FORMAT =
            Pattern.compile("bytes\\s+(\\d{1,15})-(\\d{1,15})/(\\d{1,15})", Pattern.CASE_INSENSITIVE);

    static ContentRange parse(@Nullable String header) {
        var match = FORMAT.matcher(header == null ? "" : header.strip());
        if (match.matches()) {
            var range = new ContentRange(
                    Long.parseLong(match.group(1)), Long.parseLong(match.group(2)) + 1, Long.parseLong(match.group(3)));
            if (range.start < range.end && range.end <= range.total) {
                return range;
            }
        }
        throw Refusal.bare(400, "Content-Range header not understood.");
    }

    long length() {
        return end - start;
    }

    @Override
    public String toString() {
        return "bytes " + start + "-" + (end - 1) + "/" + total;
    }
}
