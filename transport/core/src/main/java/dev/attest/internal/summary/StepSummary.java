package dev.attest.internal.summary;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file whose Markdown GitHub Actions shows on the page of a job. Other tools of the step write to it too, so only
 * the part of Attest is replaced.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">job summaries</a>
 */
final class StepSummary {

    /** What the page takes of one step. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String END = "<!-- /attest -->\n";

    private StepSummary() {}

    /**
     * Writes the part of one run.
     *
     * @param variable value of {@code GITHUB_STEP_SUMMARY}; null or empty for none
     * @param run name of the run, which no other has
     */
    static void write(@Nullable String variable, String run, String page) throws IOException {
        Path file = Path.of(variable == null ? "" : variable.strip());
        if (file.toString().isEmpty() || (Files.exists(file) && !Files.isRegularFile(file))) {
            return; // a pipe, for example, may have no reader
        }
        String before = Files.exists(file) ? before(file) : "";
        if (before == null) {
            return;
        }
        String begin = "<!-- attest " + run + " -->\n";
        int from = before.indexOf(begin);
        int to = from < 0 ? -1 : before.indexOf(END, from);
        String part = begin + page + END;
        String all = to < 0
                ? (before.isEmpty() || before.endsWith("\n") ? before : before + "\n") + part
                : before.substring(0, from) + part + before.substring(to + END.length());
        if (all.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            Files.writeString(file, all);
        }
    }

    /** Returns the text of other tools and of earlier JVMs; null if it leaves no room, or is no text in UTF-8. */
    private static @Nullable String before(Path file) throws IOException {
        try {
            return Files.size(file) > MOST_BYTES ? null : Files.readString(file);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
