package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.summary.Counts;
import java.util.ArrayList;
import java.util.List;

/** Prints the end of a run: rejections, the summary, results recovered from earlier runs, and remarks. */
record RunSummary(UserConsole userConsole, List<PublishResult> published) {

    private static final int MAX_REFUSALS = 10;
    private static final int MAX_RECOVERED = 10;
    private static final int MAX_REMARKS = 20;

    void print(SummaryLines summary, Counts tests) {
        for (PublishResult each : published) {
            warnOfRefusals(each.progress().refusals());
        }
        if (userConsole.isQuiet()) {
            userConsole.last(summary.troubles());
        } else {
            List<String> lines = summary.all(tests);
            lines.addAll(first(recovered(), MAX_RECOVERED));
            lines.addAll(first(remarks(), MAX_REMARKS));
            userConsole.last(lines);
        }
    }

    private void warnOfRefusals(List<String> refusals) {
        for (String refusal : first(refusals, MAX_REFUSALS)) {
            userConsole.warn(refusal);
        }
    }

    private List<String> recovered() {
        List<String> recovered = new ArrayList<>();
        for (PublishResult each : published) {
            for (Progress earlier : each.recovered()) {
                ItemCount items = new ItemCount(
                        earlier.results().published(), earlier.attachments().published());
                recovered.add("Attest: delivered what an earlier run had left behind: " + items.inWords()
                        + (earlier.url().isEmpty() ? "" : "; " + earlier.url()));
            }
        }
        return recovered;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (PublishResult each : published) {
            for (String remark : each.remarks()) {
                remarks.add("Attest: " + remark);
            }
        }
        return remarks;
    }

    private static List<String> first(List<String> lines, int most) {
        List<String> first = new ArrayList<>(lines.subList(0, Math.min(lines.size(), most)));
        if (lines.size() > most) {
            first.add("Attest: ... and " + (lines.size() - most) + " more");
        }
        return first;
    }
}
