package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.store.ResultSearch.Searched;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** What the pages of a run search of a result. */
final class SearchedText {

    /** The first words of a comment, or of a part of it, that say something about the history of a test. */
    private static final Map<Pattern, String> MARKS = Map.of(
            mark("new(?::.*)?|regression:.*"), "new",
            mark("flaky: .*"), "flaky",
            mark("slow: .*"), "slow",
            mark("failing since .*"), "known",
            mark("quarantined until .*"), "quarantined");

    private static final Pattern PARTS = Pattern.compile("\\R|; ");
    private static final int LONGEST_COMMENT = 10_000;

    private SearchedText() {}

    private static Pattern mark(String words) {
        return Pattern.compile(words);
    }

    static Searched of(ObjectNode document, String title) {
        var name = text(document, "automatedTestName");
        var storage = text(document, "automatedTestStorage");
        var comment = text(document, "comment");
        var text = new StringJoiner("\n");
        for (var part : List.of(title, name, storage, text(document, "errorMessage"), comment)) {
            // Each part has its room, so that a long message leaves some for the comment.
            text.add(part.length() <= 2000 ? part : part.substring(0, 2000));
        }
        return new Searched(storage.isEmpty() ? owner(name) : storage, marks(comment), text.toString());
    }

    /** Returns the part of a name before that of the method. */
    private static String owner(String name) {
        var end = name.indexOf('(');
        var dot = name.lastIndexOf('.', end < 0 ? name.length() : end);
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private static String marks(String comment) {
        if (comment.isEmpty()) {
            return "";
        }
        var marks = new StringBuilder();
        var start = comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
        for (var part : PARTS.split(start, -1)) {
            MARKS.forEach((pattern, mark) -> {
                if (pattern.matcher(part.strip()).matches() && marks.indexOf(" " + mark + " ") < 0) {
                    marks.append(' ').append(mark).append(' ');
                }
            });
        }
        return marks.toString();
    }

    private static String text(ObjectNode document, String name) {
        var text = Json.text(document, name);
        return text == null ? "" : text;
    }
}
