package dev.attest.standin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of a stack trace that are shown alike.
 *
 * @param kind whether they are messages, frames of the user, or frames of libraries
 */
record TraceSegment(Kind kind, List<String> lines) {

    /** What lines of a stack trace are. */
    enum Kind {
        MESSAGE,
        OWN,
        FOREIGN
    }

    private static final int MOST_LINES = 2000;
    private static final Pattern FRAME = Pattern.compile("\\s*at (?:[^\\s/(]{0,200}/){0,3}([^\\s/(]{1,500})\\(.*");
    private static final Pattern REST = Pattern.compile("\\s*\\.\\.\\. \\d+ (?:more|common frames omitted).*");
    private static final Pattern CLASS = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "scala.",
            "groovy.",
            "org.junit.",
            "org.testng.",
            "org.assertj.",
            "org.opentest4j.",
            "org.hamcrest.",
            "org.mockito.",
            "org.openqa.selenium.",
            "org.apache.",
            "org.gradle.",
            "org.springframework.",
            "com.microsoft.playwright.",
            "com.codeborne.",
            "io.cucumber.");

    /**
     * Splits a stack trace.
     *
     * @param suite the class of the test; frames of its part of the name space are those of the user
     */
    static List<TraceSegment> of(String trace, String suite) {
        var root = root(suite);
        var segments = new ArrayList<TraceSegment>();
        trace.lines().limit(MOST_LINES).forEach(line -> {
            var kind = kind(line, root);
            var last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            if (last == null || last.kind() != kind) {
                last = new TraceSegment(kind, new ArrayList<>());
                segments.add(last);
            }
            last.lines().add(line);
        });
        return segments;
    }

    /** Returns at most two parts of the package of a class; empty if this is no class in a package. */
    private static String root(String suite) {
        if (!CLASS.matcher(suite).matches()) {
            return "";
        }
        var first = suite.indexOf('.');
        var second = suite.indexOf('.', first + 1);
        return suite.substring(0, (second < 0 ? first : second) + 1);
    }

    private static Kind kind(String line, String root) {
        var frame = FRAME.matcher(line);
        if (!frame.matches()) {
            return REST.matcher(line).matches() ? Kind.FOREIGN : Kind.MESSAGE;
        }
        var name = frame.group(1);
        var own = root.isEmpty() ? LIBRARIES.stream().noneMatch(name::startsWith) : name.startsWith(root);
        return own ? Kind.OWN : Kind.FOREIGN;
    }

    /** Returns whether this is the head of a trace that says the message once more. */
    boolean repeats(String message) {
        return kind == Kind.MESSAGE && !message.isBlank() && text().contains(message.strip());
    }

    boolean folded() {
        return kind == Kind.FOREIGN;
    }

    boolean own() {
        return kind == Kind.OWN;
    }

    String text() {
        return String.join("\n", lines);
    }

    String summary() {
        return lines.size() == 1 ? "1 frame of a library" : lines.size() + " frames of libraries";
    }
}
