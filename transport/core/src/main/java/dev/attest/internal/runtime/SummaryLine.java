package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.recorder.ReportedCount;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The line that a run ends with: what was reported is what was published, left out, waits, was refused or was lost.
 * Left out is what a service has no place for, such as results of tests that QAComplete does not know.
 *
 * <pre>
 * Attest: results 12 executed, 12 published, 0 waiting, 0 refused; attachments 3 added, 3 published, ...; https://...
 * Attest: results 12 executed; attachments 3 added; azure results 12 published, 0 waiting, 0 refused, attachments 3
 * published, ...; https://...; qacomplete results 0 published, 12 waiting, ...; what waits is in ...
 * </pre>
 */
final class SummaryLine {

    private final StringBuilder text = new StringBuilder("Attest: ");
    private final ReportedCount results;
    private final ReportedCount attachments;
    private final String kept;
    private int waiting;

    private SummaryLine(ReportedCount results, ReportedCount attachments, String kept) {
        this.results = results;
        this.attachments = attachments;
        this.kept = kept;
    }

    /**
     * @param elsewhere tells how many of the attachments are only for destinations other than the one of this name
     * @param published what became of them at each destination; a single one needs no name
     * @param kept what becomes of what waits, in words
     */
    static String of(
            ReportedCount results,
            ReportedCount attachments,
            ToIntFunction<String> elsewhere,
            List<PublishResult> published,
            String kept) {
        SummaryLine line = new SummaryLine(results, attachments, kept);
        if (published.size() > 1) {
            line.several(published, elsewhere);
        } else {
            PublishResult only = published.isEmpty()
                    ? new PublishResult("", Progress.none(), null, List.of(), List.of())
                    : published.get(0);
            line.one(only, elsewhere.applyAsInt(only.destination()));
        }
        return line.text.toString();
    }

    private void one(PublishResult published, int elsewhere) {
        Progress progress = published.progress();
        text.append("results ").append(results.all()).append(" executed, ");
        count(results, 0, progress.results());
        lost(results);
        text.append("; attachments ").append(attachments.all() - elsewhere).append(" added, ");
        count(attachments, elsewhere, progress.attachments());
        lost(attachments);
        if (waiting > 0) {
            text.append("; ").append(kept);
        }
        end(published, waiting > 0);
    }

    private void several(List<PublishResult> all, ToIntFunction<String> elsewhere) {
        text.append("results ").append(results.all()).append(" executed");
        lost(results);
        text.append("; attachments ").append(attachments.all()).append(" added");
        lost(attachments);
        for (PublishResult published : all) {
            int before = waiting;
            text.append("; ").append(published.destination()).append(" results ");
            count(results, 0, published.progress().results());
            text.append(", attachments ");
            count(
                    attachments,
                    elsewhere.applyAsInt(published.destination()),
                    published.progress().attachments());
            end(published, waiting > before);
        }
        if (waiting > 0) {
            text.append("; ").append(kept);
        }
    }

    private void end(PublishResult published, boolean waits) {
        if (!waits && !published.progress().completed() && published.trouble() != null) {
            text.append("; the run could not be completed");
        }
        if (!published.progress().url().isEmpty()) {
            text.append("; ").append(published.progress().url());
        }
    }

    private void count(ReportedCount reported, int elsewhere, Tally tally) {
        // More may be published than was executed: tests that a JVM which was cut off did not come to.
        int left = Math.max(0, reported.all() - reported.lost() - elsewhere - tally.done());
        waiting += left;
        text.append(tally.published()).append(" published, ");
        if (tally.leftOut() > 0) {
            text.append(tally.leftOut()).append(" left out, ");
        }
        text.append(left).append(" waiting, ");
        text.append(tally.refused()).append(" refused");
    }

    private void lost(ReportedCount reported) {
        if (reported.lost() > 0) {
            text.append(", ").append(reported.lost()).append(" lost (see the warning above)");
        }
    }
}
