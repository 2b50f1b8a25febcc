package dev.attest;

import dev.attest.publish.Progress;
import dev.attest.publish.Tally;
import org.jspecify.annotations.Nullable;

/** The line that a run ends with: what was reported is what was published, waits, was refused or was lost. */
final class LastLine {

    private final StringBuilder text = new StringBuilder("Attest: ");
    private int waiting;

    private LastLine() {}

    /**
     * @param kept what becomes of what waits, in words
     * @param trouble what stands in the way of publishing, or null
     */
    static String of(Reported results, Reported attachments, Progress progress, String kept, @Nullable String trouble) {
        LastLine line = new LastLine();
        line.count("results", "executed", results, progress.results());
        line.text.append("; ");
        line.count("attachments", "added", attachments, progress.attachments());
        if (line.waiting > 0) {
            line.text.append("; ").append(kept);
        } else if (!progress.completed() && trouble != null) {
            line.text.append("; the run could not be completed");
        }
        if (!progress.url().isEmpty()) {
            line.text.append("; ").append(progress.url());
        }
        return line.text.toString();
    }

    private void count(String what, String done, Reported reported, Tally tally) {
        // More may be published than was executed: tests that a JVM which was cut off did not come to.
        int left = Math.max(0, reported.all() - reported.lost() - tally.published() - tally.refused());
        waiting += left;
        text.append(what)
                .append(' ')
                .append(reported.all())
                .append(' ')
                .append(done)
                .append(", ");
        text.append(tally.published()).append(" published, ");
        text.append(left).append(" waiting, ");
        text.append(tally.refused()).append(" refused");
        if (reported.lost() > 0) {
            text.append(", ").append(reported.lost()).append(" lost (see the warning above)");
        }
    }
}
