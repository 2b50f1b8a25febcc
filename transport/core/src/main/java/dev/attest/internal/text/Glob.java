package dev.attest.internal.text;

import java.util.regex.Pattern;

/** Names with wildcards: {@code *} matches any text, {@code ?} matches any character, and case is ignored. */
public final class Glob {

    private Glob() {}

    /** Returns a pattern that matches the same names. */
    public static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char each = glob.charAt(at);
            switch (each) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(each)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
