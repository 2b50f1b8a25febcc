package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A result in a list.
 *
 * @param suite the class or the file of its test; empty if it is not known
 * @param excerpt the start of its message
 * @param notes what its comment says about the history of its test
 * @param files how many it has; 0 if nobody has counted them
 */
record ResultLine(
        int runId,
        int id,
        String title,
        String suite,
        String outcome,
        String state,
        String duration,
        String excerpt,
        boolean retried,
        boolean flaky,
        List<String> notes,
        int files) {

    private static final int LONGEST_EXCERPT = 200;
    private static final int LONGEST_COMMENT = 10_000;
    private static final Pattern PARTS = Pattern.compile("\\R|; ");
    private static final Pattern NOTE = Pattern.compile(
            "new|new: .{0,200}|regression: .{0,200}|flaky: .{0,200}|slow: .{0,200}|failing since .{0,200}|quarantined until .{0,200}");

    static ResultLine of(ResultRow row) {
        return of(row, PageText.document(row.document()));
    }

    static ResultLine of(ResultRow row, JsonNode document) {
        var title = row.title().isBlank() ? "Result " + row.id() : row.title();
        return new ResultLine(
                row.runId(),
                row.id(),
                PageText.visible(title),
                suite(document),
                row.outcome(),
                row.state(),
                PageText.duration(row.durationMs()),
                excerpt(document.path("errorMessage").asText("")),
                row.rerun(),
                row.history().flaky(),
                notes(document.path("comment").asText("")),
                0);
    }

    ResultLine withFiles(int count) {
        return new ResultLine(runId, id, title, suite, outcome, state, duration, excerpt, retried, flaky, notes, count);
    }

    private static String suite(JsonNode document) {
        var storage = document.path("automatedTestStorage").asText("");
        var name = document.path("automatedTestName").asText("");
        if (!storage.isEmpty()) {
            return storage;
        }
        var end = name.indexOf('(');
        var dot = name.lastIndexOf('.', end < 0 ? name.length() : end);
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Returns the first line of a message that says something. */
    private static String excerpt(String message) {
        var start = message.substring(0, Math.min(message.length(), 4000)).strip();
        var line = start.lines().findFirst().orElse("");
        return PageText.visible(line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…");
    }

    private static List<String> notes(String comment) {
        var notes = new ArrayList<String>();
        for (var part : PARTS.split(comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT)), -1)) {
            if (NOTE.matcher(part.strip()).matches()) {
                notes.add(PageText.visible(part.strip()));
            }
        }
        return notes;
    }

    String href() {
        return "/runs/" + runId + "/results/" + id;
    }

    String suiteLabel() {
        return PageText.visible(suite);
    }

    boolean completed() {
        return state.equals("Completed");
    }

    String tone() {
        return PageText.tone(outcome);
    }

    /** Returns what is special about the result, in a few words each. */
    List<ResultMark> marks() {
        var marks = new ArrayList<ResultMark>();
        notes.forEach(note -> marks.add(ResultMark.of(note)));
        if (flaky && notes.stream().noneMatch(note -> note.startsWith("flaky"))) {
            marks.add(new ResultMark("flaky", "wait", ""));
        }
        if (retried) {
            marks.add(new ResultMark("retried", "wait", ""));
        }
        if (files > 0) {
            marks.add(new ResultMark(files == 1 ? "1 file" : files + " files", "", ""));
        }
        return marks;
    }

    /**
     * What is special about a result.
     *
     * @param detail all that is known of it
     */
    record ResultMark(String label, String tone, String detail) {

        static ResultMark of(String note) {
            var word = note.startsWith("failing since") ? "known" : note.replaceFirst("[ :].*", "");
            var label = word.equals("regression") ? "new" : word;
            return new ResultMark(label, label.equals("new") ? "bad" : label.equals("known") ? "" : "wait", note);
        }
    }
}
