package dev.attest.internal.qacomplete;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that is stored before a run is created. A run has no field for a marker of its own.
 *
 * <pre>runs up to 118</pre>
 *
 * @param highest the highest id of a run of the test set; 0 if there is none
 */
record RunMark(long highest) {

    private static final Pattern FORM = Pattern.compile("runs up to (\\d{1,18})");

    static Optional<RunMark> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new RunMark(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "runs up to " + highest;
    }
}
