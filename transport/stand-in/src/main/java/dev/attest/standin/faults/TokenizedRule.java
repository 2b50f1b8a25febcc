package dev.attest.standin.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fault split into its parts, before their meaning is checked:
 *
 * <pre>
 * POST,PATCH  *&#47;results:  nth=2  status=503  header="X-RateLimit-Resource: Test runs"
 * methods     path         options, separated by spaces; a value with spaces is in quotes
 * </pre>
 */
record TokenizedRule(Set<String> methods, String path, List<RuleToken> tokens) {

    private static final String FORM =
            "A fault has the form \"METHOD PATH: OPTIONS\", such as \"POST */results: nth=2 status=503\"";

    static TokenizedRule of(String text) {
        var colon = text.indexOf(": ");
        var end = colon >= 0 ? colon : text.length();
        var subject = text.substring(0, end).strip().split("\\s+", -1);
        if (colon < 0 || subject.length != 2) {
            throw new IllegalArgumentException(FORM + ".");
        }
        var methods = Arrays.stream(subject[0].split(",", -1))
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (!methods.stream().allMatch(method -> method.matches("[A-Z]+|\\*"))) {
            throw new IllegalArgumentException(
                    "\"" + subject[0] + "\" is not understood: expected methods, such as POST, GET,PATCH or *.");
        }
        var tokens = tokens(text.substring(end + 1));
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException(FORM + ": there is nothing after the colon.");
        }
        return new TokenizedRule(methods, subject[1], tokens);
    }

    private static List<RuleToken> tokens(String text) {
        var tokens = new ArrayList<RuleToken>();
        var at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            var end = endOfToken(text, at);
            tokens.add(token(text.substring(at, end)));
            at = end;
        }
        return tokens;
    }

    private static int endOfToken(String text, int start) {
        var quoted = false;
        var at = start;
        while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
            if (text.charAt(at) == '\\' && quoted) {
                at++;
            } else if (text.charAt(at) == '"') {
                quoted = !quoted;
            }
            at++;
        }
        if (quoted || at > text.length()) {
            throw new IllegalArgumentException("The quote in \"" + text.substring(start) + "\" is not closed.");
        }
        return at;
    }

    private static RuleToken token(String text) {
        var equals = text.indexOf('=');
        if (equals < 0) {
            return new RuleToken(text.toLowerCase(Locale.ROOT), "", false);
        }
        var name = text.substring(0, equals).toLowerCase(Locale.ROOT);
        var value = text.substring(equals + 1);
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return new RuleToken(name, value, false);
        }
        return new RuleToken(name, unquote(value.substring(1, value.length() - 1)), true);
    }

    static String quote(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static String unquote(String value) {
        var plain = new StringBuilder();
        for (var at = 0; at < value.length(); at++) {
            var character = value.charAt(at);
            if (character == '\\' && at + 1 < value.length()) {
                at++;
                character = switch (value.charAt(at)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> value.charAt(at);
                };
            }
            plain.append(character);
        }
        return plain.toString();
    }
}
