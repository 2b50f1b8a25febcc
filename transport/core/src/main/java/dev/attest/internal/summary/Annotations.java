package dev.attest.internal.summary;

import dev.attest.internal.history.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Marks the lines of code at which tests failed, in the log and the change of a build. */
final class Annotations {

    /** Build systems show few. GitHub, for example, shows ten errors of a step. */
    private static final int MOST = 20;

    /** The end of the line that counts the others, which is printed once, whatever it counts. */
    static final String MORE = " more tests failed; see the summary of Attest.";

    private Annotations() {}

    /**
     * Returns the lines for the log, at most twenty and one that counts the rest.
     *
     * @param error whether they are errors; warnings otherwise
     * @param isNew tells of a line, or of {@link #MORE}, whether no JVM of the build has printed it yet
     */
    static List<String> of(LogCommands commands, boolean error, Summary summary, Predicate<String> isNew) {
        List<String> lines = new ArrayList<>();
        int marked = Math.min(summary.broken().size(), MOST);
        for (NamedTest test : summary.broken().subList(0, marked)) {
            String history = test.history().isEmpty() ? "" : " [" + test.history() + "]";
            String reason = test.message().isEmpty() ? "" : ": " + test.message();
            boolean known = test.review().judgement().kind() == Judgement.Kind.QUARANTINED;
            String line = commands.annotation(error && !known, test, test.title() + history + reason);
            if (!line.isEmpty() && isNew.test(line)) {
                lines.add(line);
            }
        }
        int more = summary.counts().broken() - marked;
        String others = more > 0 ? commands.annotation(error, more + MORE) : "";
        if (!others.isEmpty() && isNew.test(MORE)) {
            lines.add(others);
        }
        return lines;
    }
}
