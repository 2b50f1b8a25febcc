package dev.attest.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a run as one line of text, that two sources can be compared by.
 *
 * @param files in any order
 * @param attempts in the order in which they were made; none for a test that was tried once
 */
public record Row(
        String storage,
        String name,
        String title,
        String outcome,
        String message,
        String comment,
        List<File> files,
        List<Attempt> attempts) {

    public record File(String name, String content) {

        @Override
        public String toString() {
            return name + " " + quoted(content);
        }
    }

    public record Attempt(String outcome, String message, List<File> files) {

        @Override
        public String toString() {
            return outcome + words("", message) + listed(files);
        }
    }

    /** Returns the lines of rows in an order of their own. */
    public static List<String> lines(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(where() + " " + quoted(title) + " -> " + outcome);
        line.append(words("", message)).append(words("; comment", comment)).append(listed(files));
        for (int i = 0; i < attempts.size(); i++) {
            line.append("; attempt ").append(i + 1).append(' ').append(attempts.get(i));
        }
        return line.toString();
    }

    private String where() {
        String prefix = storage + ".";
        if (name.startsWith(prefix)) {
            return storage + "#" + name.substring(prefix.length());
        }
        return name.equals(storage) ? name : name + " in " + storage;
    }

    private static String listed(List<File> files) {
        return files.isEmpty()
                ? ""
                : files.stream()
                        .sorted(Comparator.comparing(File::name).thenComparing(File::content))
                        .map(File::toString)
                        .collect(Collectors.joining(", ", "; files ", ""));
    }

    private static String words(String before, String text) {
        return text.isEmpty() ? "" : before + " " + quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
    }
}
