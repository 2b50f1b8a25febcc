package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.publish.PublishResult;
import java.util.List;

/** Prints the end of a run: rejections, results recovered from earlier runs, the summary line, and remarks. */
record RunSummary(UserConsole userConsole, List<PublishResult> published) {

    private static final int MAX_REFUSALS = 10;
    private static final int MAX_REMARKS = 20;

    void print(String summaryLine) {
        for (PublishResult each : published) {
            each.progress().refusals().stream().limit(MAX_REFUSALS).forEach(userConsole::warn);
            each.recovered().forEach(this::printRecovered);
        }
        userConsole.print(summaryLine);
        printRemarks();
    }

    private void printRecovered(Progress earlier) {
        userConsole.print("Attest: delivered what an earlier run had left behind: "
                + earlier.results().published() + " results, "
                + earlier.attachments().published() + " attachments; " + earlier.url());
    }

    private void printRemarks() {
        List<String> remarks =
                published.stream().flatMap(each -> each.remarks().stream()).toList();
        remarks.stream().limit(MAX_REMARKS).forEach(remark -> userConsole.print("Attest: " + remark));
        if (remarks.size() > MAX_REMARKS) {
            userConsole.print("Attest: ... and " + (remarks.size() - MAX_REMARKS) + " more");
        }
    }
}
