package dev.attest.internal.text;

import java.util.regex.Pattern;

/** Names with wildcards: {@code *} matches any text, {@code ?} matches any character, and case is ignored. */
public final class Glob {

    private Glob() {}

    /** Returns a pattern that matches the same names. */
    public static Pattern compile(String glob) {
        // Each wildcard interrupts the quotation.
        String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
