package dev.attest.standin.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule taken apart, before its words are understood:
 *
 * <pre>
 * POST,PATCH  *&#47;results:  nth=2  status=503  header="X-RateLimit-Resource: Test runs"
 * methods     path         words, parted by spaces; a value with spaces is in quotes
 * </pre>
 */
record Sentence(Set<String> methods, String path, List<Word> words) {

    private static final String FORM =
            "A fault has the form \"METHOD PATH: WORDS\", such as \"POST */results: nth=2 status=503\"";

    static Sentence of(String text) {
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
        var words = words(text.substring(end + 1));
        if (words.isEmpty()) {
            throw new IllegalArgumentException(FORM + ": it says nothing after the colon.");
        }
        return new Sentence(methods, subject[1], words);
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            var end = endOfWord(text, at);
            words.add(word(text.substring(at, end)));
            at = end;
        }
        return words;
    }

    private static int endOfWord(String text, int start) {
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

    private static Word word(String text) {
        var equals = text.indexOf('=');
        if (equals < 0) {
            return new Word(text.toLowerCase(Locale.ROOT), "", false);
        }
        var name = text.substring(0, equals).toLowerCase(Locale.ROOT);
        var value = text.substring(equals + 1);
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return new Word(name, value, false);
        }
        return new Word(name, unquote(value.substring(1, value.length() - 1)), true);
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
