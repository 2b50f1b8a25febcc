package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.recorder.ReportedCount;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The summary line of a run. Each reported item is published, left out, waiting, refused or lost. An item is left out
 * if the service has no place for it: QAComplete, for example, has none for tests that it does not know.
 *
 * <pre>
 * Attest: results 12 executed, 12 published, 0 waiting, 0 refused; attachments 3 added, 3 published, ...; https://...
 * Attest: results 12 executed; attachments 3 added; azure results 12 published, 0 waiting, 0 refused, attachments 3
 * published, ...; https://...; qacomplete results 0 published, 12 waiting, ...; waiting items are in ...
 * </pre>
 */
final class SummaryLine {

    private final StringBuilder text = new StringBuilder("Attest: ");
    private final ReportedCount results;
    private final ReportedCount attachments;
    private final String pending;
    private int waiting;

    private SummaryLine(ReportedCount results, ReportedCount attachments, String pending) {
        this.results = results;
        this.attachments = attachments;
        this.pending = pending;
    }

    /**
     * @param elsewhere returns how many attachments are only for destinations other than the given one
     * @param published what was published to each destination; a single destination is not named
     * @param pending what happens to waiting items, for people
     */
    static String of(
            ReportedCount results,
            ReportedCount attachments,
            ToIntFunction<String> elsewhere,
            List<PublishResult> published,
            String pending) {
        SummaryLine line = new SummaryLine(results, attachments, pending);
        if (published.size() > 1) {
            line.appendEach(published, elsewhere);
        } else {
            PublishResult only = published.isEmpty()
                    ? new PublishResult("", Progress.none(), null, List.of(), List.of())
                    : published.get(0);
            line.appendOnly(only, elsewhere.applyAsInt(only.destination()));
        }
        return line.text.toString();
    }

    private void appendOnly(PublishResult published, int elsewhere) {
        Progress progress = published.progress();
        text.append("results ").append(results.all()).append(" executed, ");
        appendTally(results, 0, progress.results());
        appendLost(results);
        text.append("; attachments ").append(attachments.all() - elsewhere).append(" added, ");
        appendTally(attachments, elsewhere, progress.attachments());
        appendLost(attachments);
        if (waiting > 0) {
            text.append("; ").append(pending);
        }
        appendEnd(published, waiting > 0);
    }

    private void appendEach(List<PublishResult> all, ToIntFunction<String> elsewhere) {
        text.append("results ").append(results.all()).append(" executed");
        appendLost(results);
        text.append("; attachments ").append(attachments.all()).append(" added");
        appendLost(attachments);
        for (PublishResult published : all) {
            int before = waiting;
            text.append("; ").append(published.destination()).append(" results ");
            appendTally(results, 0, published.progress().results());
            text.append(", attachments ");
            appendTally(
                    attachments,
                    elsewhere.applyAsInt(published.destination()),
                    published.progress().attachments());
            appendEnd(published, waiting > before);
        }
        if (waiting > 0) {
            text.append("; ").append(pending);
        }
    }

    private void appendEnd(PublishResult published, boolean waits) {
        if (!waits && !published.progress().completed() && published.trouble() != null) {
            text.append("; the run could not be completed");
        }
        if (!published.progress().url().isEmpty()) {
            text.append("; ").append(published.progress().url());
        }
    }

    private void appendTally(ReportedCount reported, int elsewhere, Tally tally) {
        // More may be published than was reported: tests that a crashed JVM did not start.
        int waitingHere = Math.max(0, reported.all() - reported.lost() - elsewhere - tally.done());
        waiting += waitingHere;
        text.append(tally.published()).append(" published, ");
        if (tally.leftOut() > 0) {
            text.append(tally.leftOut()).append(" left out, ");
        }
        text.append(waitingHere).append(" waiting, ");
        text.append(tally.refused()).append(" refused");
    }

    private void appendLost(ReportedCount reported) {
        if (reported.lost() > 0) {
            text.append(", ").append(reported.lost()).append(" lost (see the warning above)");
        }
    }
}
