package dev.attest.standin.azure.wiql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of a query, read from left to right. */
final class WiqlTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\[[^\\]]+]|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|<>|<=|>=|[=<>(),]|@?[\\w.+-]+)");

    private final List<String> words;
    private int next;

    private WiqlTokens(List<String> words) {
        this.words = words;
    }

    static WiqlTokens of(String text) {
        var words = new ArrayList<String>();
        var query = text.strip();
        var match = TOKEN.matcher(query);
        var end = 0;
        while (end < query.length()) {
            if (!match.find(end) || match.start() != end) {
                throw new WiqlException("Expecting a field, a value or an operator at: " + query.substring(end));
            }
            words.add(match.group(1));
            end = match.end();
        }
        return new WiqlTokens(words);
    }

    boolean atEnd() {
        return next == words.size();
    }

    String peek() {
        return atEnd() ? "" : words.get(next);
    }

    String next() {
        if (atEnd()) {
            throw new WiqlException("The query ends too early.");
        }
        return words.get(next++);
    }

    /** Skips the next token if it is this word. */
    boolean skip(String word) {
        var there = peek().equalsIgnoreCase(word);
        if (there) {
            next++;
        }
        return there;
    }

    void require(String word) {
        if (!skip(word)) {
            throw new WiqlException("Expecting " + word + " and not \"" + peek() + "\".");
        }
    }
}
