package dev.attest.internal.summary;

import java.util.ArrayList;
import java.util.List;

/** Marks the lines of code at which tests failed, in the log and the change of a build. */
final class Annotations {

    /** Build systems show few. GitHub, for example, shows ten errors of a step. */
    private static final int MOST = 20;

    private Annotations() {}

    /**
     * Returns the lines for the log, at most twenty and one that counts the rest.
     *
     * @param error whether they are errors; warnings otherwise
     */
    static List<String> of(LogCommands commands, boolean error, Summary summary) {
        List<String> lines = new ArrayList<>();
        for (NamedTest test : summary.broken()) {
            if (lines.size() == MOST) {
                break;
            }
            String reason = test.message().isEmpty() ? "" : ": " + test.message();
            lines.add(commands.annotation(error, test, test.title() + reason));
        }
        int more = summary.counts().broken() - lines.size();
        if (more > 0) {
            lines.add(commands.annotation(error, more + " more tests failed; see the summary of Attest."));
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
