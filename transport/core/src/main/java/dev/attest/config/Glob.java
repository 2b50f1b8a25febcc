package dev.attest.config;

import java.util.regex.Pattern;

/** Names with wildcards, as settings have them: {@code *} is any text, {@code ?} any character, and case does not matter. */
public final class Glob {

    private Glob() {}

    /** Returns what matches the same names. */
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
