package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of a filter, read from left to right. */
final class FilterTokens {

    private static final String STRING = "'[^']*'";
    private static final String DOUBLED = "'(?:[^']|'')*'";
    private static final String OTHERS = "|[A-Za-z_][A-Za-z0-9_]*|\\d+|!=|>=|<=|[=~<>(){},]";

    private final String filter;
    private final List<String> tokens;
    private final boolean doubled;
    private int at;

    private FilterTokens(String filter, List<String> tokens, boolean doubled) {
        this.filter = filter;
        this.tokens = tokens;
        this.doubled = doubled;
    }

    /** Splits a filter. With {@code doubled}, two quotes in a string stand for one. */
    static FilterTokens of(String filter, boolean doubled) {
        var tokens = new ArrayList<String>();
        var matcher = Pattern.compile((doubled ? DOUBLED : STRING) + OTHERS).matcher(filter);
        var end = 0;
        while (matcher.find()) {
            if (!filter.substring(end, matcher.start()).isBlank()) {
                break;
            }
            tokens.add(matcher.group());
            end = matcher.end();
        }
        if (!filter.substring(end).isBlank()) {
            throw QaCompleteErrors.invalid("Filter: \"" + filter.substring(end).strip() + "\" is not understood.");
        }
        return new FilterTokens(filter, tokens, doubled);
    }

    /** Skips the next token if it is this word. */
    boolean skip(String word) {
        var there = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    void require(String word) {
        if (!skip(word)) {
            throw expected(word);
        }
    }

    String name() {
        return next("[A-Za-z_].*", "the name of a field");
    }

    /** Returns a number, true, false, or the text between quotes. */
    String value() {
        return unquoted(next("'(?s:.*)|\\d+|(?i:true|false)", "a number, or a text in single quotes"));
    }

    String text() {
        return unquoted(next("'(?s:.*)", "a text in single quotes"));
    }

    private String unquoted(String token) {
        if (!token.startsWith("'")) {
            return token;
        }
        var inner = token.substring(1, token.length() - 1);
        return doubled ? inner.replace("''", "'") : inner;
    }

    private String next(String form, String what) {
        if (at == tokens.size() || !tokens.get(at).matches(form)) {
            throw expected(what);
        }
        at++;
        return tokens.get(at - 1);
    }

    void end() {
        if (at < tokens.size()) {
            throw expected("the end");
        }
    }

    Refusal expected(String what) {
        var found = at < tokens.size() ? "\"" + tokens.get(at) + "\"" : "the end";
        return QaCompleteErrors.invalid("Filter: expected " + what + " and found " + found + " in: " + filter);
    }
}
