package dev.attest.internal.qacomplete;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written down before a run is created, since a run has no room for a word by which it could be found again:
 *
 * <pre>runs up to 118</pre>
 *
 * @param highest the highest id of a run of the project's test set; 0 where there was none
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
